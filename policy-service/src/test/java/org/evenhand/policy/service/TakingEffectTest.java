package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakingEffectTest extends ServiceTest {

  @Test
  void nothing_takes_effect_before_its_day() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    Instant day = startOf(policy);
    clock.set(day.minusSeconds(1));

    runDue();

    assertThat(policy.state()).isEqualTo("ANNOUNCED");
  }

  @Test
  void what_fell_due_while_the_service_stood_still_takes_effect_at_its_next_look() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    Instant late = startOf(policy).plus(Duration.ofDays(9));
    clock.set(late);

    runDue();
    runDue();

    policy
        .read(Staff.EMPLOYEE)
        .then()
        .body("state", equalTo("EFFECTIVE"))
        .body("announcement.effectiveOn", equalTo(dayOf(policy)))
        .body("effectiveAt", containsString(late.toString().substring(0, 10)));
  }

  @Test
  void without_notice_a_version_takes_effect_on_the_very_day() {
    var content = PolicyUnderTest.content().put("noticeDays", 0).put("consultationDays", 0);
    var policy = PolicyUnderTest.drafted(clock, content).announced();
    clock.advance(Duration.ofDays(5));
    runDue();

    policy.nextVersion();
    policy.inConsultation();
    policy.openSignOff().then().statusCode(200);
    policy.sign(Staff.MANAGER).then().statusCode(200);
    policy.sign(Staff.SECOND_MANAGER).then().statusCode(200);
    policy.sign(Staff.APPROVER).then().statusCode(200);
    policy.announce(policy.today()).then().statusCode(200);
    runDue();

    assertThat(policy.state()).isEqualTo("EFFECTIVE");
    assertThat(policy.version(1).state()).isEqualTo("SUPERSEDED");
  }

  @Test
  void a_withdrawn_announcement_never_takes_effect() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    policy.ended().then().statusCode(200);
    clock.advance(Duration.ofDays(6));

    runDue();

    assertThat(policy.state()).isEqualTo("WITHDRAWN");
  }

  @Test
  void a_notice_that_is_too_short_is_refused_with_the_first_day_that_is_not() {
    var policy = PolicyUnderTest.drafted(clock).approved();

    policy
        .announce(policy.today().plusDays(4))
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/notice-too-short"))
        .body("errors[0].pointer", equalTo("/effectiveOn"))
        .body("errors[0].detail", containsString(policy.today().plusDays(5).toString()));
  }

  @Test
  void two_policies_never_bind_the_same_people() {
    ObjectNode content = PolicyUnderTest.content();
    var first = PolicyUnderTest.drafted(clock, content).announced();
    ObjectNode wider = content.deepCopy();
    wider.withObject("/scope").withArray("countries").add("DE");
    var second = PolicyUnderTest.drafted(clock, wider).approved();

    second
        .announce(second.today().plusDays(5))
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/scope-taken"))
        .body("errors[0].pointer", equalTo("/scope"))
        .body("errors[0].detail", containsString(first.id()));

    first.ended().then().statusCode(200);
    second.announce(second.today().plusDays(5)).then().statusCode(200);
  }

  @Test
  void a_retired_policy_leaves_its_scope_to_another() {
    ObjectNode content = PolicyUnderTest.content();
    var first = PolicyUnderTest.drafted(clock, content).announced();
    clock.advance(Duration.ofDays(5));
    runDue();
    first.ended().then().statusCode(200);

    var second = PolicyUnderTest.drafted(clock, content).approved();

    second.announce(second.today().plusDays(5)).then().statusCode(200);
    as(Staff.EMPLOYEE)
        .get("/v1/policies/" + first.id())
        .then()
        .body("$", not(org.hamcrest.Matchers.hasKey("inForce")));
  }

  @Test
  void managers_are_briefed_first_and_everyone_acknowledges_afterwards() {
    var policy = PolicyUnderTest.drafted(clock).announced();
    String receipts = policy.path() + "/acknowledgements";

    as(Staff.EMPLOYEE)
        .body("{\"stage\": \"INFORMED\"}")
        .post(receipts)
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/notice-not-open"));
    as(Staff.EMPLOYEE).body("{\"stage\": \"BRIEFED\"}").post(receipts).then().statusCode(403);
    as(Staff.MANAGER).body("{\"stage\": \"BRIEFED\"}").post(receipts).then().statusCode(201);

    clock.advance(Duration.ofDays(1));
    policy.read(Staff.EMPLOYEE).then().body("actions", hasItem("acknowledgeVersion"));
    String receipt =
        as(Staff.EMPLOYEE)
            .body("{\"stage\": \"INFORMED\"}")
            .post(receipts)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Staff.EMPLOYEE)
        .body("{\"stage\": \"INFORMED\"}")
        .post(receipts)
        .then()
        .statusCode(201)
        .body("id", equalTo(receipt));

    as(Staff.EMPLOYEE).get(receipts).then().body("items.size()", equalTo(1));
    as(Staff.COLLEAGUE).get(receipts).then().body("items.size()", equalTo(0));
    as(Staff.HR).get(receipts).then().body("items.size()", equalTo(2));
    as(Staff.AUDITOR).get(receipts).then().body("items.size()", equalTo(2));
  }

  private static Instant startOf(PolicyUnderTest policy) {
    return Instant.parse(dayOf(policy) + "T00:00:00Z");
  }

  private static String dayOf(PolicyUnderTest policy) {
    return policy.read(Staff.HR).path("announcement.effectiveOn");
  }
}
