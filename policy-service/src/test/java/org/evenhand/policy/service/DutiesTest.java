package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What people owe to a policy, and what becomes of it. */
@QuarkusTest
class DutiesTest extends ServiceTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> NOTHING = List.of();

  @Test
  void each_step_is_a_task_of_whoever_can_take_it_until_it_is_taken() {
    var policy = PolicyUnderTest.drafted(clock);
    assertTasks(policy, Staff.HR, "SIGN_OFF_OPENING", NOTHING);

    policy.inConsultation();
    assertTasks(policy, Staff.HR, "SIGN_OFF_OPENING", NOTHING);

    clock.advance(Duration.ofDays(3));
    assertTasks(policy, Staff.HR, "SIGN_OFF_OPENING", List.of("ROLE"));
    policy.openSignOff().then().statusCode(200);
    assertTasks(policy, Staff.HR, "SIGN_OFF_OPENING", NOTHING);
    assertTasks(policy, Staff.MANAGER, "SIGN_OFF", List.of("HOLDER"));
    assertTasks(policy, Staff.OTHER_MANAGER, "SIGN_OFF", List.of("HOLDER"));
    assertTasks(policy, Staff.HR, "SIGN_OFF", List.of("ROLE"));
    assertTasks(policy, Staff.EMPLOYEE, "SIGN_OFF", NOTHING);

    policy.sign(Staff.MANAGER).then().statusCode(200);
    assertTasks(policy, Staff.MANAGER, "SIGN_OFF", NOTHING);
    policy.sign(Staff.SECOND_MANAGER).then().statusCode(200);
    policy.sign(Staff.APPROVER).then().body("state", equalTo("APPROVED"));
    assertTasks(policy, Staff.OTHER_MANAGER, "SIGN_OFF", NOTHING);
    assertTasks(policy, Staff.HR, "SIGN_OFF", NOTHING);
    assertTasks(policy, Staff.HR, "ANNOUNCEMENT", List.of("ROLE"));

    policy.announce(policy.today().plusDays(5)).then().statusCode(200);
    assertTasks(policy, Staff.HR, "ANNOUNCEMENT", NOTHING);
  }

  @Test
  void a_rejection_ends_what_is_still_to_be_signed_and_the_next_round_asks_anew() {
    var policy = PolicyUnderTest.drafted(clock).inSignOff();
    policy
        .command(
            Staff.MANAGER,
            "sign-offs",
            Map.of(
                "decision",
                "REJECT",
                "reason",
                "Not ready",
                "contentHash",
                policy.read(Staff.HR).path("contentHash")))
        .then()
        .statusCode(200);
    assertTasks(policy, Staff.SECOND_MANAGER, "SIGN_OFF", NOTHING);

    policy.inSignOff();
    assertTasks(policy, Staff.MANAGER, "SIGN_OFF", List.of("HOLDER"));
    assertTasks(policy, Staff.SECOND_MANAGER, "SIGN_OFF", List.of("HOLDER"));
  }

  @Test
  void whoever_signs_in_place_of_another_owes_it_alone() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    clock.advance(Duration.ofDays(3));
    policy
        .command(Staff.HR, "sign-off-opening", Map.of("managers", List.of("M1", "M2"), "quorum", 2))
        .then()
        .statusCode(200);

    policy
        .command(
            Staff.HR,
            "signer-replacement",
            Map.of("replaced", "M2", "successor", "M3", "reason", "on leave"))
        .then()
        .statusCode(200);
    assertTasks(policy, Staff.SECOND_MANAGER, "SIGN_OFF", NOTHING);
    assertTasks(policy, Staff.OTHER_MANAGER, "SIGN_OFF", List.of("HOLDER"));
  }

  @Test
  void a_comment_is_owed_an_answer_until_it_has_one_or_its_version_is_withdrawn() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    String answered = comment(policy);
    String left = comment(policy);
    Assertions.assertThat(comments(policy)).containsExactlyInAnyOrder(answered, left);

    as(Staff.HR)
        .header("If-Match", as(Staff.HR).get(answered).header("ETag"))
        .body(Map.of("outcome", "TAKEN_UP", "reason", "The anchor names listening"))
        .post(answered + "/disposition")
        .then()
        .statusCode(200);
    Assertions.assertThat(comments(policy)).containsExactly(left);

    policy.withdraw().then().statusCode(200);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> Assertions.assertThat(comments(policy)).isEmpty());
    assertTasks(policy, Staff.HR, "SIGN_OFF_OPENING", NOTHING);
  }

  @Test
  void an_ending_waits_for_the_other_side_alone() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    policy.command(Staff.HR, "ending", Map.of("reason", "Not wanted")).then().statusCode(200);
    assertTasks(policy, Staff.OTHER_MANAGER, "ENDING_COUNTERSIGNATURE", List.of("ROLE"));
    assertTasks(policy, Staff.HR, "ENDING_COUNTERSIGNATURE", NOTHING);
    String task = tasks(policy, Staff.OTHER_MANAGER, "ENDING_COUNTERSIGNATURE").getString("id[0]");

    policy.command(Staff.OTHER_MANAGER, "ending/countersignature", null).then().statusCode(200);
    assertTasks(policy, Staff.OTHER_MANAGER, "ENDING_COUNTERSIGNATURE", NOTHING);
    var told = Events.ofTest().await("evenhand.internal.duties", 2, e -> e.key().equals(task));
    told.forEach(EventSchemas::check);
    Assertions.assertThat(JsonPath.from(told.get(1).value()).getString("state")).isEqualTo("DONE");
  }

  @Test
  void a_notice_is_a_task_of_those_whom_it_binds_managers_first() {
    ObjectNode content = PolicyUnderTest.content();
    String entity = content.at("/scope/legalEntities/0").asText();
    String country = content.at("/scope/countries").path(0).asText("NL");
    String type = content.at("/scope/workerTypes").path(0).asText("EMPLOYEE");
    Tokens lead = joins(entity, country, type, "employee", "manager");
    Tokens employee = joins(entity, country, type, "employee");
    Tokens elsewhere = joins("Elsewhere", country, type, "employee");
    var policy = PolicyUnderTest.drafted(clock, content).announced();
    assertTasks(policy, lead, "NOTICE", List.of("HOLDER"));
    assertTasks(policy, employee, "NOTICE", NOTHING);

    clock.advance(Duration.ofDays(4));
    assertTasks(policy, lead, "NOTICE", List.of("HOLDER", "HOLDER"));
    assertTasks(policy, employee, "NOTICE", List.of("HOLDER"));
    assertTasks(policy, elsewhere, "NOTICE", NOTHING);

    as(employee)
        .body(Map.of("stage", "INFORMED"))
        .post(policy.path() + "/acknowledgements")
        .then()
        .statusCode(201);
    assertTasks(policy, employee, "NOTICE", NOTHING);
  }

  private Tokens joins(String entity, String country, String type, String... roles) {
    String id = UUID.randomUUID().toString();
    staff.joins(id, entity, country, type);
    return Tokens.forEmployee(id, roles);
  }

  private static String comment(PolicyUnderTest policy) {
    return as(Staff.EMPLOYEE)
        .body(Map.of("kind", "PITFALL", "pointer", "/criteria/1", "text", "Loud people win"))
        .post(policy.path() + "/comments")
        .then()
        .statusCode(201)
        .extract()
        .header("Location")
        .replaceFirst("^https?://[^/]+", "");
  }

  /** The comments for whose answer HR is asked. */
  private static List<String> comments(PolicyUnderTest policy) {
    return listed(tasks(policy, Staff.HR, "DISPOSITION"), "subject");
  }

  private static void assertTasks(
      PolicyUnderTest policy, Tokens who, String kind, List<String> as) {
    Assertions.assertThat(listed(tasks(policy, who, kind), "as")).isEqualTo(as);
  }

  private static List<String> listed(JsonPath tasks, String field) {
    return Optional.ofNullable(tasks.<String>getList(field)).orElse(List.of());
  }

  /** The policy's own tasks, as others leave theirs in the same database. */
  private static JsonPath tasks(PolicyUnderTest policy, Tokens who, String kind) {
    return as(who)
        .get("/v1/tasks?limit=200&kind=" + kind)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath(
            "items.findAll { it.subject.startsWith('/v1/policies/%s/') }".formatted(policy.id()));
  }
}
