package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.CharterPeople.AUTHOR;
import static org.evenhand.policy.service.CharterPeople.EMPLOYEE;
import static org.evenhand.policy.service.CharterPeople.HR;
import static org.evenhand.policy.service.CharterPeople.NORTH;
import static org.evenhand.policy.service.CharterPeople.NORTH_TOO;
import static org.evenhand.policy.service.CharterPeople.SOUTH;
import static org.evenhand.policy.service.CharterPeople.SOUTH_TOO;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CharterTest extends ServiceTest {

  @Inject CharterPeople company;
  @Inject DataSource database;

  @BeforeEach
  void a_company_without_a_charter() {
    company.arrive();
    company.withoutCharter();
  }

  @Test
  void a_charter_goes_from_draft_to_force_and_is_superseded_by_the_next_one() {
    as(EMPLOYEE).get("/v1/charters/current").then().statusCode(404);
    var charter = CharterUnderTest.drafted(dayNow().plusDays(3));
    assertThat(charter.state()).isEqualTo("DRAFT");
    charter.openSignOff("CH-M1", "CH-M2", "CH-M3").then().body("state", equalTo("SIGN_OFF"));
    charter.sign(NORTH).then().body("state", equalTo("SIGN_OFF"));
    charter.sign(HR).then().body("state", equalTo("SIGN_OFF"));
    charter.sign(SOUTH).then().body("state", equalTo("SIGNED"));
    runDue();
    assertThat(charter.state()).isEqualTo("SIGNED");
    as(EMPLOYEE).get("/v1/charters/current").then().statusCode(404);

    clock.advance(Duration.ofDays(3));
    runDue();

    assertThat(charter.state()).isEqualTo("IN_FORCE");
    as(EMPLOYEE)
        .get("/v1/charters/current")
        .then()
        .statusCode(200)
        .body("id", equalTo(charter.id()))
        .body("inForceOn", equalTo(dayNow().toString()))
        .body("owner.id", equalTo(CharterPeople.id("CH-H1").toString()))
        .body("content.terms[1].kind", equalTo("OPENING_COUNTERSIGNATURE"))
        .body("actions", empty());
    var next = CharterUnderTest.signed(dayNow().plusDays(1));
    assertThat(charter.state()).isEqualTo("IN_FORCE");
    clock.advance(Duration.ofDays(1));
    runDue();
    assertThat(charter.state()).isEqualTo("SUPERSEDED");
    as(EMPLOYEE).get("/v1/charters/current").then().body("id", equalTo(next.id()));
    assertThat(trail(charter))
        .containsExactly(
            "drafted CH-H1",
            "sign-off-opened CH-H1",
            "signature-given CH-M1",
            "signature-given CH-H2",
            "signed CH-M3",
            "in-force policy-service",
            "superseded policy-service");
  }

  @Test
  void subscribers_and_our_services_learn_its_terms_when_it_comes_into_force() {
    var charter = CharterUnderTest.signed(dayNow().plusDays(1));
    assertThat(Events.ofTest().all("evenhand.policies")).noneMatch(event -> isOf(charter, event));
    clock.advance(Duration.ofDays(1));
    runDue();
    runDue();

    for (String topic : List.of("evenhand.policies", "evenhand.internal.charters")) {
      var events = Events.ofTest().await(topic, 1, event -> isOf(charter, event));
      assertThat(events).hasSize(1);
      var event = events.get(0);
      assertThat(Events.header(event, "ce_type")).isEqualTo("org.evenhand.charter.in-force.v1");
      assertThat(Events.header(event, "ce_sequence")).isEqualTo("" + charter.version());
      EventSchemas.check(event);
      var told = Contents.parse(event.value());
      assertThat(told.path("version").asInt()).isEqualTo(charter.version());
      assertThat(told.path("inForceOn").asText()).isEqualTo(dayNow().toString());
      assertThat(told.at("/terms/0/kind").asText()).isEqualTo("SELF_REVIEW");
      assertThat(told.at("/terms/0/workingDays").asInt()).isEqualTo(10);
      assertThat(told.at("/terms/0/path/2/to").asText()).isEqualTo("HR_LEAD");
      assertThat(event.value()).doesNotContain(CharterPeople.id("CH-H1").toString());
    }
    var keys =
        Events.ofTest().all("evenhand.internal.charters").stream()
            .map(ConsumerRecord::key)
            .distinct();
    assertThat(keys).as("one key, of which the last record is kept").hasSize(1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(company.isFollowed(charter.id())).as("duties follow it here").isTrue());
  }

  @Test
  void anybody_can_compute_the_hash_that_the_signatures_cover() {
    var charter = CharterUnderTest.drafted(dayNow());
    var read = Contents.parse(charter.read(HR).asString());

    assertThat(CanonicalContent.hash(read.get("content")))
        .isEqualTo(read.get("contentHash").asText());
  }

  @Test
  void a_draft_is_hr_s_own_until_others_are_asked_to_sign() {
    var charter = CharterUnderTest.drafted(dayNow());
    charter.read(EMPLOYEE).then().statusCode(404);
    charter.signOffs(NORTH).then().statusCode(404);
    assertThat(listed(EMPLOYEE)).doesNotContain(charter.id());
    charter.read(HR).then().body("actions", contains("editCharter", "openCharterSignOff"));

    charter.openSignOff("CH-M1", "CH-M3").then().statusCode(200);

    charter.read(EMPLOYEE).then().statusCode(200).body("actions", empty());
    assertThat(listed(EMPLOYEE)).contains(charter.id());
    charter.read(NORTH).then().body("actions", contains("signCharter"));
    charter
        .read(HR)
        .then()
        .body("actions", contains("signCharter", "replaceCharterSigner", "withdrawCharterSignOff"));
    charter.sign(NORTH_TOO).then().statusCode(403);
    charter.sign(EMPLOYEE).then().statusCode(403);
  }

  @Test
  void every_fault_of_the_content_is_named_at_once_and_nothing_is_kept() {
    ObjectNode content = CharterUnderTest.content(dayNow().plusYears(2));
    content.put("owner", CharterPeople.id("CH-M1").toString());
    content
        .putArray("terms")
        .add(Contents.parse(terms("SELF_REVIW", "HR_LEAD")))
        .add(Contents.parse(terms("REVIEW", "NEXT_UP")))
        .add(Contents.parse(terms("REVIEW", "HR_LEAD")))
        .add(Contents.parse(terms("CHECK_IN", "HR_LEAD")))
        .add(
            Contents.parse(
                """
                {"kind": "OBSERVATION_TELLING", "path": [
                  {"to": "NEXT_UP", "workingDays": 2}, {"to": "HR_LEAD", "workingDays": 2}]}
                """));
    int before = listed(HR).size();

    for (Response answer :
        List.of(
            CharterUnderTest.draft(content),
            as(HR).body(content.toString()).post("/v1/charters/check"))) {
      answer
          .then()
          .statusCode(422)
          .body("type", equalTo("http://localhost:8080/problems/charter-invalid"))
          .body(
              "errors.pointer",
              contains(
                  "/inForceOn",
                  "/owner",
                  "/terms/0/kind",
                  "/terms/1/path/0/to",
                  "/terms/2/kind",
                  "/terms/3/kind",
                  "/terms/4/path"))
          .body("errors[5].detail", containsString("nobody else may learn of a CHECK_IN"))
          .body("errors[2].code", equalTo("NOT_ONE_OF"))
          .body("errors[2].detail", containsString("the nearest are SELF_REVIEW, "));
    }
    assertThat(listed(HR)).hasSize(before);
  }

  @Test
  void content_without_a_fault_is_checked_and_not_kept() {
    ObjectNode content = CharterUnderTest.content(dayNow());
    content.remove("quorum");
    int before = listed(HR).size();

    Response checked = as(HR).body(content.toString()).post("/v1/charters/check");

    checked.then().statusCode(200).body("content.quorum", equalTo(2));
    assertThat(listed(HR)).hasSize(before);
    assertThat(CharterUnderTest.draft(content).<String>path("contentHash"))
        .isEqualTo(checked.path("contentHash"));
  }

  @Test
  void hr_alone_and_managers_of_one_unit_bring_no_charter_into_force() {
    var charter = CharterUnderTest.drafted(dayNow());
    charter
        .openSignOff("CH-M1", "CH-M2")
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/sign-off-invalid"))
        .body("errors.pointer", contains("/managers"));
    charter.openSignOff("CH-M1").then().statusCode(422).body("errors[0].code", equalTo("SIZE"));
    charter.openSignOff("CH-E1", "CH-M3").then().statusCode(422);
    charter.openSignOff("CH-M1", "CH-M2", "CH-M3").then().statusCode(200);

    charter.sign(HR).then().body("state", equalTo("SIGN_OFF"));
    charter.sign(NORTH).then().body("state", equalTo("SIGN_OFF"));
    charter.sign(NORTH_TOO).then().body("state", equalTo("SIGN_OFF"));
    charter
        .signOffs(EMPLOYEE)
        .then()
        .body("rounds[0].managersMissing", equalTo(0))
        .body("otherUnitMissing", equalTo(true))
        .body("rounds[0].signatures.unit", contains("CH-North", "CH-North", "CH-North"));
    charter.sign(SOUTH).then().body("state", equalTo("SIGNED"));
  }

  @Test
  void an_author_approves_nothing_of_their_own() {
    var charter = CharterUnderTest.inSignOff(dayNow());
    charter.sign(AUTHOR).then().statusCode(200);
    charter.sign(NORTH).then().statusCode(200);
    charter.sign(SOUTH).then().body("state", equalTo("SIGN_OFF"));
    charter.signOffs(EMPLOYEE).then().body("rounds[0].hrMissing", equalTo(true));

    charter.sign(HR).then().body("state", equalTo("SIGNED"));
  }

  @Test
  void for_a_signer_who_leaves_another_one_signs() {
    var charter = CharterUnderTest.drafted(dayNow());
    charter.openSignOff("CH-M1", "CH-M3").then().statusCode(200);
    charter.sign(NORTH).then().statusCode(200);
    charter.sign(HR).then().statusCode(200);
    company.leaves("CH-M3");
    charter.sign(SOUTH).then().statusCode(403);

    charter
        .replace("CH-M3", "CH-M2")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/successor"))
        .body("errors[0].detail", containsString("one unit"));
    charter.replace("CH-M3", "CH-M4").then().statusCode(200);
    charter.sign(SOUTH_TOO).then().body("state", equalTo("SIGNED"));

    charter
        .signOffs(EMPLOYEE)
        .then()
        .body(
            "rounds[0].replacements[0].successor.id",
            equalTo(CharterPeople.id("CH-M4").toString()));
  }

  @Test
  void a_rejection_and_a_withdrawal_lead_back_to_the_draft_and_no_signature_is_carried_on() {
    var charter = CharterUnderTest.inSignOff(dayNow());
    charter.sign(SOUTH).then().statusCode(200);
    String hash = charter.read(HR).path("contentHash");
    charter
        .command(NORTH, "sign-offs", Map.of("decision", "REJECT", "contentHash", hash))
        .then()
        .statusCode(422);
    charter
        .command(
            NORTH,
            "sign-offs",
            Map.of("decision", "REJECT", "contentHash", hash, "reason", "Too short"))
        .then()
        .body("state", equalTo("DRAFT"));
    charter.openSignOff("CH-M1", "CH-M3").then().statusCode(200);
    charter.sign(SOUTH).then().statusCode(200);
    charter
        .withdraw()
        .then()
        .body("state", equalTo("DRAFT"))
        .body("signOffWithdrawal.reason", equalTo("Asked for more days"));
    charter
        .edit(CharterUnderTest.content(dayNow()).put("reviewInterval", "P1Y"))
        .then()
        .statusCode(200)
        .body("content.reviewInterval", equalTo("P1Y"))
        .body("contentHash", not(equalTo(hash)));

    charter.openSignOff("CH-M1", "CH-M3").then().statusCode(200);
    charter.sign(HR).then().statusCode(200);
    charter
        .command(NORTH, "sign-offs", Map.of("decision", "SIGN", "contentHash", hash))
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/content-changed"));
    charter.sign(NORTH).then().body("state", equalTo("SIGN_OFF"));
    charter.sign(SOUTH).then().body("state", equalTo("SIGNED"));
    charter.signOffs(EMPLOYEE).then().body("rounds.signatures.size()", equalTo(3));
  }

  @Test
  void what_both_sides_have_signed_ends_by_the_next_one_that_they_sign_alone() {
    var regretted = CharterUnderTest.signed(dayNow().plusDays(30));
    regretted.withdraw().then().statusCode(409);
    regretted.edit(CharterUnderTest.content(dayNow())).then().statusCode(409);

    var next = CharterUnderTest.signed(dayNow());
    runDue();

    assertThat(regretted.state()).isEqualTo("SUPERSEDED");
    clock.advance(Duration.ofDays(31));
    runDue();
    assertThat(regretted.state()).isEqualTo("SUPERSEDED");
    assertThat(next.state()).isEqualTo("IN_FORCE");
  }

  @Test
  void what_fell_due_while_the_service_stood_still_comes_into_force_at_its_next_look() {
    var charter = CharterUnderTest.signed(dayNow().plusDays(1));
    clock.advance(Duration.ofDays(9));

    runDue();
    runDue();

    charter.read(EMPLOYEE).then().body("inForceOn", equalTo(dayNow().toString()));
    assertThat(trail(charter)).filteredOn(entry -> entry.startsWith("in-force")).hasSize(1);
  }

  @Test
  void of_two_drafts_at_once_one_is_refused() {
    var answers =
        atOnce(
            () -> CharterUnderTest.draft(CharterUnderTest.content(dayNow())),
            () -> CharterUnderTest.draft(CharterUnderTest.content(dayNow())));

    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void of_two_who_edit_at_once_the_second_has_to_read_again() {
    var charter = CharterUnderTest.drafted(dayNow());
    String etag = charter.etag();

    var answers =
        atOnce(
            () -> charter.edit(CharterUnderTest.content(dayNow()).put("quorum", 3), etag),
            () -> charter.edit(CharterUnderTest.content(dayNow()).put("quorum", 4), etag));

    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
    as(AUTHOR)
        .body(CharterUnderTest.content(dayNow()).toString())
        .put(charter.path())
        .then()
        .statusCode(428);
  }

  @Test
  void those_who_are_asked_to_sign_have_it_among_their_tasks_as_long_as_it_is_needed() {
    var charter = CharterUnderTest.inSignOff(dayNow());
    for (Tokens asked : List.of(NORTH, NORTH_TOO, SOUTH, HR)) {
      assertThat(tasks(asked)).containsExactly(charter.path());
    }
    assertThat(tasks(AUTHOR)).isEmpty();
    assertThat(tasks(SOUTH_TOO)).isEmpty();

    charter.sign(NORTH).then().statusCode(200);
    assertThat(tasks(NORTH)).isEmpty();
    charter.sign(HR).then().statusCode(200);
    assertThat(tasks(NORTH_TOO)).containsExactly(charter.path());
    charter.sign(SOUTH).then().body("state", equalTo("SIGNED"));

    for (Tokens asked : List.of(NORTH_TOO, SOUTH, HR)) {
      assertThat(tasks(asked)).isEmpty();
    }
    assertThat(duties(charter)).containsExactly("DONE", "DONE", "DONE", "LAPSED");
  }

  @Test
  void the_defaults_name_every_kind_with_its_terms() {
    as(EMPLOYEE)
        .get("/v1/charters/defaults")
        .then()
        .statusCode(200)
        .body("terms.kind", hasItem("SELF_REVIEW"))
        .body("terms.find { it.kind == 'SELF_REVIEW' }.service", equalTo("review-service"))
        .body("terms.find { it.kind == 'SELF_REVIEW' }.path[2].to", equalTo("HR_LEAD"));
  }

  private LocalDate dayNow() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String terms(String kind, String to) {
    return "{'kind': '%s', 'workingDays': 5, 'path': [{'to': '%s', 'workingDays': 2}]}"
        .formatted(kind, to);
  }

  private static boolean isOf(CharterUnderTest charter, ConsumerRecord<String, String> event) {
    return event.value().contains(charter.id());
  }

  private static List<String> tasks(Tokens who) {
    return as(who)
        .get("/v1/tasks?kind=CHARTER_SIGNATURE")
        .then()
        .statusCode(200)
        .extract()
        .path("items.subject");
  }

  private List<String> duties(CharterUnderTest charter) {
    return column("select state from duty where subject = ? order by state", charter);
  }

  private static List<String> listed(Tokens reader) {
    return as(reader)
        .get("/v1/charters?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  /** What was done and by whom, from the audit. */
  private List<String> trail(CharterUnderTest charter) {
    Map<String, String> names =
        Map.of(
            CharterPeople.id("CH-H1").toString(), "CH-H1",
            CharterPeople.id("CH-H2").toString(), "CH-H2",
            CharterPeople.id("CH-M1").toString(), "CH-M1",
            CharterPeople.id("CH-M3").toString(), "CH-M3");
    return column(
            "select action || ' ' || actor from audit where aggregate_type = 'charter'"
                + " and aggregate_id = ? order by sequence",
            charter)
        .stream()
        .map(entry -> named(entry, names))
        .toList();
  }

  private static String named(String entry, Map<String, String> names) {
    int actor = entry.indexOf(' ') + 1;
    return entry.substring(0, actor)
        + names.getOrDefault(entry.substring(actor), entry.substring(actor));
  }

  private List<String> column(String sql, CharterUnderTest charter) {
    List<String> values = new ArrayList<>();
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setObject(1, UUID.fromString(charter.id()));
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return values;
  }

  @SafeVarargs
  private static List<Response> atOnce(Supplier<Response>... calls) {
    var threads = Executors.newFixedThreadPool(calls.length);
    try {
      var running = Stream.of(calls).map(c -> CompletableFuture.supplyAsync(c, threads)).toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }
}
