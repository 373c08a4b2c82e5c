package org.evenhand.calibration.session;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One planned session, and everybody who could ask for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesSessionsTest {

  private static final String SESSIONS = "/v1/calibration-sessions";

  private static final List<Tokens> PEOPLE =
      List.of(
          Tokens.forEmployee("W-HR", "hr"),
          Tokens.forEmployee("W-CO", "manager"),
          Tokens.forEmployee("W-R1", "manager"),
          Tokens.forEmployee("W-MANAGER", "manager"),
          Tokens.forEmployee("W-PARTNER", "hr"),
          Tokens.forEmployee("W-LEAD", "hr-lead"),
          Tokens.forEmployee("W-AUDITOR", "auditor"));

  /**
   * Seen stands for any answer that admits that the session is there. A command brings no If-Match,
   * so that none of them changes anything.
   */
  private static final String MATRIX =
      """
                             facilitator co-facilitator rater manager hr   hr-lead auditor
      GET /                  seen        seen           seen  404     404  seen    seen
      GET /samples           seen        seen           seen  404     404  404     403
      GET /agreement         seen        seen           seen  404     404  seen    seen
      POST /co-facilitation  403         seen           403   404     403  403     403
      POST /seat-changes     seen        seen           403   404     404  seen    403
      POST /cancellation     seen        seen           403   404     404  seen    403
      POST /samples          seen        403            403   403     404  404     403
      POST /lock             403         seen           403   404     403  403     403
      POST /samples/S/objection seen     seen           seen  404     404  404     403
      POST /samples/S/redaction seen     seen           403   404     404  404     403
      POST /samples/S/withdrawal seen    seen           403   404     404  404     403
      POST /blind-scoring    seen        seen           403   404     404  404     403
      POST /reveal           seen        seen           403   404     404  404     403
      POST /discussion       seen        seen           403   404     404  404     403
      POST /readiness        seen        seen           403   404     404  404     403
      POST /samples/S/check  seen        seen           seen  404     404  404     403
      PUT /samples/S/score   403         403            seen  404     404  404     403
      PUT /samples/S/consensus seen      seen           403   404     404  404     403
      POST /samples/S/precedent seen     seen           403   404     404  404     403
      POST /norms            seen        seen           seen  404     404  404     403
      PUT /decisions/R       seen        seen           403   404     404  404     403
      """;

  private static final Map<String, Object> BODIES =
      Map.of(
          "score", Map.of("ordinal", 3),
          "consensus", Map.of("ordinal", 3, "reason", "As the anchor says."),
          "seat-changes",
              Map.of(
                  "leavingId", UUID.randomUUID(),
                  "joiningExternalId", "W-MANAGER",
                  "reason", "Has other work."),
          "precedent", Map.of("tags", List.of("WORKLOAD")),
          "norms", Map.of("criterion", "delivery", "ordinal", 3, "sentence", "As agreed."),
          "cancellation", Map.of("reason", "Nobody has time."),
          "objection", Map.of("passage", "May"),
          "redaction", Map.of("passage", "May"),
          "withdrawal", Map.of("reason", "The story tells who it is."),
          "R",
              Map.of(
                  "decision", "CONFIRM",
                  "reasonCode", "EVIDENCE_SUPPORTS",
                  "reason", "As the anchor says."));

  private final Company company = new Company();
  private UUID review;
  private String session;

  @BeforeEach
  void a_session_is_planned() {
    if (session != null) {
      return;
    }
    List.of("W-HR", "W-CO", "W-R1", "W-R2", "W-R3", "W-MANAGER", "W-PARTNER", "W-LEAD", "W-AUDITOR")
        .forEach(person -> company.employs(person, "W-CHIEF"));
    company.serves("W-HR", "W-CHIEF", "unit");
    company.employs("W-REPORT", "W-CO").employs("W-E", "W-BOSS");
    review = company.submittedReview("W-E", "W-BOSS", "W-BOSS");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> PoolProbe.size(company.cycle) >= 1 && PoolProbe.knows("W-E"));
    session =
        as(PEOPLE.get(0))
            .body(
                Map.of(
                    "cycleId",
                    company.cycle,
                    "name",
                    "Autumn",
                    "coFacilitatorExternalId",
                    "W-CO",
                    "raterExternalIds",
                    List.of("W-R1", "W-R2", "W-R3")))
            .post(SESSIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void each_relation_opens_its_own_operations() {
    List<String> expected = MATRIX.lines().skip(1).map(line -> line.replaceAll(" +", " ")).toList();

    assertEquals(
        expected, expected.stream().map(line -> line.split(" ", -1)).map(this::row).toList());
  }

  @Test
  void a_list_shows_what_its_reader_may_open() {
    for (Tokens person : PEOPLE) {
      boolean opens = as(person).get(SESSIONS + "/" + session).statusCode() == 200;
      List<String> listed =
          as(person).queryParam("cycleId", company.cycle).get(SESSIONS).path("items.id");
      assertEquals(opens ? List.of(session) : List.of(), listed, person.subject());
    }
  }

  @Test
  void a_hidden_session_answers_as_one_that_is_not_there() {
    Tokens stranger = PEOPLE.get(3);
    String nothing = UUID.randomUUID().toString();

    assertEquals(told(stranger, nothing, nothing), told(stranger, session, nothing));
  }

  private static String told(Tokens person, String id, String as) {
    return as(person)
        .header("X-Request-Id", "the-same-for-both")
        .get(SESSIONS + "/" + id)
        .asString()
        .replace(id, as);
  }

  private String row(String[] words) {
    String path = words[1].equals("/") ? "" : words[1];
    return PEOPLE.stream()
        .map(person -> answer(person, words[0], path))
        .collect(Collectors.joining(" ", words[0] + " " + words[1] + " ", ""));
  }

  private String answer(Tokens person, String verb, String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    var request = as(person);
    if (BODIES.containsKey(last)) {
      request.body(BODIES.get(last));
    }
    String actual = path.replace("/S/", "/" + UUID.randomUUID() + "/").replace("/R", "/" + review);
    Response response = request.request(verb, SESSIONS + "/" + session + actual);
    int status = response.statusCode();
    return status == 403 || status == 404 ? Integer.toString(status) : "seen";
  }

  private static RequestSpecification as(Tokens person) {
    return given().contentType("application/json").header("Authorization", person.bearer());
  }
}
