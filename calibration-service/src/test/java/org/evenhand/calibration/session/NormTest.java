package org.evenhand.calibration.session;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** How an anchor is read: agreed on by a session, and as long as the anchor says the same. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class NormTest extends PrecedentScene {

  private static final String NORMS = "/v1/norms";

  @Test
  void a_norm_holds_once_both_facilitators_and_most_raters_agree_and_ends_with_its_anchor()
      throws IOException {
    var session = scored();
    refused(propose(session, raters.get(0), norm()), 409, "STATE_CONFLICT");
    step(hr, "hr", session, "reveal").statusCode(200).body("actions", hasItem("proposeNorm"));
    refused(propose(session, raters.get(0), wrong("criterion", "charm")), 422, "UNKNOWN_CRITERION");
    refused(propose(session, raters.get(0), wrong("ordinal", 6)), 422, "LEVEL_NOT_ON_SCALE");
    assertEquals(404, propose(session, "BOSS" + mark, norm()).statusCode());

    System.setProperty("review-service.away", "true");
    refused(propose(session, raters.get(0), norm()), 503, "DEPENDENCY_UNAVAILABLE");
    System.clearProperty("review-service.away");
    var named = propose(session, raters.get(0), wrong("sentence", "As Holt sees it"));
    assertEquals("As [Colleague A] sees it", Said.text(named, "/sentence"));
    Said.expect(named, 201, "PROPOSED");
    var proposed = Said.id(named, 201, "PROPOSED");
    refused(withdraw(raters.get(1), "manager", proposed), 403, "FORBIDDEN");
    Said.expect(withdraw(raters.get(0), "manager", proposed), 200, "WITHDRAWN");
    says_nothing(see(raters.get(1), proposed), "sentence");

    var id = Said.id(propose(session, raters.get(0), norm()), 201, "PROPOSED");
    assertEquals(404, see("E0" + mark, id).statusCode());
    assertEquals(404, agree("BOSS" + mark, "manager", id).statusCode());
    refused(agree(raters.get(0), "manager", id), 409, "STATE_CONFLICT");
    String before = see(hr, id).header("ETag");
    Said.expect(agree(hr, "hr", id), 200, "PROPOSED");
    assertEquals(before, see(hr, id).header("ETag"), "it would tell everybody how many agreed");
    Said.expect(agree(co, "manager", id), 200, "PROPOSED");
    assertEquals(List.of(), ids(as("E0" + mark, "employee").get(NORMS + mine())));
    Said.expect(agree(raters.get(1), "manager", id), 200, "AGREED");
    refused(agree(raters.get(2), "manager", id), 409, "STATE_CONFLICT");

    Response seen = see("E0" + mark, id);
    Said.expect(seen, 200, "AGREED");
    says_nothing(seen, "sessionId", "agreements");
    assertEquals(List.of(id), ids(as("E0" + mark, "employee").get(NORMS + mine())));
    refused(agree("BOSS" + mark, "manager", id), 403, "FORBIDDEN");

    JsonNode agreed = told(id, 1);
    assertEquals(norm().get("sentence"), agreed.path("sentence").asText());
    assertEquals(1, agreed.path("policyVersion").asInt());
    assertTrue(agreed.path("sessionId").isMissingNode());

    inForce(2);
    soon(() -> Said.expect(see("E0" + mark, id), 200, "CARRIED"));
    assertEquals(2, Said.by(see("E0" + mark, id)).path("policyVersion").asInt());
    company.policyTookEffect(3, "More than what was agreed is there");
    soon(() -> Said.expect(see("E0" + mark, id), 200, "EXPIRED"));
    assertEquals(List.of(), ids(as("E0" + mark, "employee").get(NORMS + mine())));
    assertEquals(2, told(id, 2).path("policyVersion").asInt());
    assertEquals(1, told(id, 2).path("agreedVersion").asInt());
    assertEquals(norm().get("sentence"), told(id, 2).path("sentence").asText());
    assertTrue(told(id, 3).path("sentence").isMissingNode());
    refused(propose(session, raters.get(0), norm()), 422, "POLICY_NOT_IN_FORCE");

    refused(withdraw("E0" + mark, "employee", id), 403, "FORBIDDEN");
    var shown = see("E0" + mark, id).header("ETag");
    Said.expect(withdraw(hr, "hr", id), 200, "EXPIRED");
    refused(withdraw(hr, "manager", id), 422, "SECOND_PERSON_REQUIRED");
    assertEquals(shown, see("E0" + mark, id).header("ETag"));
    says_nothing(see("E0" + mark, id), "withdrawal");
    Said.expect(withdraw(co, "manager", id), 200, "WITHDRAWN");
    says_nothing(see("E0" + mark, id), "sentence");
    assertNull(record(id, 4).value(), "the sentence goes from where others keep it");
  }

  @Test
  void what_a_session_has_agreed_on_goes_with_it_when_it_is_cancelled() throws IOException {
    var session = scored();
    step(hr, "hr", session, "reveal").statusCode(200);
    var id = Said.id(propose(session, raters.get(0), norm()), 201, "PROPOSED");
    Said.expect(agree(hr, "hr", id), 200, "PROPOSED");
    Said.expect(agree(co, "manager", id), 200, "PROPOSED");
    Said.expect(agree(raters.get(1), "manager", id), 200, "AGREED");
    for (int open = 0; open < 10; open++) {
      Said.expect(propose(session, raters.get(2), norm()), 201, "PROPOSED");
    }
    refused(propose(session, raters.get(2), norm()), 409, "STATE_CONFLICT");
    as(hr, "hr")
        .header("If-Match", "*")
        .body(Map.of("reason", "Planned anew."))
        .post(SESSIONS + "/" + session + "/cancellation")
        .then()
        .statusCode(200);

    Said.expect(see("E0" + mark, id), 200, "WITHDRAWN");
    says_nothing(see("E0" + mark, id), "sentence");
    assertNull(record(id, 2).value(), "the sentence goes from where others keep it");
  }

  private static Response withdraw(String who, String role, String id) {
    return as(who, role)
        .header("If-Match", "*")
        .body(Map.of("cause", "RECOGNISABLE"))
        .post(NORMS + "/" + id + "/withdrawal");
  }

  private String scored() {
    inForce(1);
    company.cycleBecame("CALIBRATING", LocalDate.now(clock).plusDays(30));
    soon(() -> assertEquals("CALIBRATING", PoolProbe.cycleState(company.cycle)));
    company.employs("BOSS" + mark, "CHIEF" + mark);
    submitted(1);
    awaitStatus("BOSS" + mark, "ACTIVE");
    awaitStatus("E0" + mark, "ACTIVE");
    var session = scoring();
    allScore(session, 3);
    return session;
  }

  private static Map<String, Object> norm() {
    return Map.of(
        "criterion", "delivery",
        "ordinal", 3,
        "sentence", "What was agreed anew in the open counts as agreed.");
  }

  private static Map<String, Object> wrong(String field, Object value) {
    var body = new HashMap<>(norm());
    body.put(field, value);
    return body;
  }

  private static Response propose(String session, String who, Map<String, Object> norm) {
    return as(who, "manager").body(norm).post(SESSIONS + "/" + session + "/norms");
  }

  private static Response agree(String who, String role, String id) {
    return as(who, role).header("If-Match", "*").post(NORMS + "/" + id + "/agreement");
  }

  private static Response see(String who, String id) {
    return as(who, "employee").get(NORMS + "/" + id);
  }

  private String mine() {
    return "?policyId=" + company.policy;
  }

  /** How it stands for our other services, when it was told so many times. */
  private static JsonNode told(String id, int times) throws IOException {
    var record = record(id, times);
    EventSchemas.check(record);
    return Json.mapper().readTree(record.value());
  }

  private static ConsumerRecord<String, String> record(String id, int times) {
    return Events.ofTest()
        .await("evenhand.internal.norms", times, record -> record.key().equals(id))
        .get(times - 1);
  }
}
