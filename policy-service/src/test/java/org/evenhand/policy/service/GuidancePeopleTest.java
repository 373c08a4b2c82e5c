package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.ChallengePeople.COLLEAGUE;
import static org.evenhand.policy.service.ChallengePeople.EMPLOYEE;
import static org.evenhand.policy.service.ChallengePeople.HR;
import static org.evenhand.policy.service.ChallengePeople.LEAD;
import static org.evenhand.policy.service.ChallengePeople.PARTNER;
import static org.evenhand.policy.service.ChallengePeople.UNDER_PARTNER;
import static org.evenhand.policy.service.GuidanceRequests.ANSWER;
import static org.evenhand.policy.service.GuidanceRequests.PATH;
import static org.evenhand.policy.service.GuidanceRequests.QUESTION;
import static org.evenhand.policy.service.GuidanceRequests.asked;
import static org.evenhand.policy.service.GuidanceRequests.command;
import static org.evenhand.policy.service.GuidanceRequests.get;
import static org.evenhand.policy.service.GuidanceRequests.listed;
import static org.evenhand.policy.service.GuidanceRequests.personId;
import static org.evenhand.policy.service.GuidanceRequests.tasks;
import static org.evenhand.policy.service.PolicyUnderTest.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a request when people move, leave, are erased, or give it back. */
@QuarkusTest
class GuidancePeopleTest extends ServiceTest {

  @Inject ChallengePeople company;

  @BeforeEach
  void a_company() {
    company.arrive();
    company.run("delete from duty where kind = 'GUIDANCE_ANSWER'");
  }

  @Test
  void whoever_led_the_asker_when_it_was_asked_never_learns_of_it() {
    company.nowLeads("CL-H2", "CL-E2");
    String about = asked(COLLEAGUE);
    String fromAbove = asked(PARTNER);

    company.ledByNobody("CL-E2");
    company.ledByNobody("CL-H3");

    assertThat(get(PARTNER, about).statusCode()).isEqualTo(404);
    assertThat(claimUnseen(PARTNER, about)).isEqualTo(404);
    assertThat(tasks(PARTNER)).doesNotContain(about);
    assertThat(get(UNDER_PARTNER, fromAbove).statusCode()).isEqualTo(404);
    assertThat(tasks(UNDER_PARTNER)).doesNotContain(fromAbove).contains(about);
    Said.expect(command(HR, about, "claim", null), 200, "CLAIMED");
  }

  @Test
  void whoever_is_only_left_by_todays_lines_and_led_then_counts_as_nobody() {
    company.onlyServe("CL-H2");
    company.nowLeads("CL-H2", "CL-E2");
    String id = asked(COLLEAGUE);
    company.ledByNobody("CL-E2");

    assertThat(Said.by(get(COLLEAGUE, id)).at("/waiting/nobodyLeft").asBoolean()).isTrue();
  }

  @Test
  void what_somebody_has_asked_goes_with_them_when_they_are_erased() {
    String externalId = "CL-G" + UUID.randomUUID();
    arrives(externalId, "ACTIVE", "CL-H2", 1);
    String id = asked(Tokens.forEmployee(externalId, "employee"));
    Said.expect(command(HR, id, "claim", null), 200, "CLAIMED");
    assertThat(company.count("guidance_chain where request_id = '" + id + "'")).isEqualTo(1);

    told(externalId, 2, null);

    Awaitility.await()
        .until(
            () ->
                company.count("guidance_request where id = '" + id + "' and state = 'ERASED'")
                    == 1);
    for (Tokens reader : List.of(HR, PARTNER, LEAD)) {
      assertThat(get(reader, id).statusCode()).isEqualTo(404);
      assertThat(tasks(reader)).doesNotContain(id);
    }
    assertThat(
            company.count(
                "guidance_request where cast(guidance_request as text) like '%"
                    + personId(externalId)
                    + "%'"))
        .isZero();
    assertThat(company.count("guidance_chain where request_id = '" + id + "'")).isZero();
    assertThat(company.count("due_work where subject = '" + id + "'")).isZero();
  }

  @Test
  void whoever_asked_sees_who_has_read_it_and_nobody_reads_it_in_turn() {
    String id = asked(EMPLOYEE);
    command(HR, id, "claim", null);
    Response returned = command(HR, id, "return", null);

    Said.expect(returned, 200, "ASKED");
    assertThat(Said.by(returned).path("actions")).isEmpty();
    assertThat(get(HR, id).statusCode()).isEqualTo(404);
    assertThat(claimUnseen(HR, id)).isEqualTo(404);
    assertThat(tasks(HR)).doesNotContain(id);
    Said.expect(command(PARTNER, id, "claim", null), 200, "CLAIMED");
    JsonNode asker = Said.by(get(EMPLOYEE, id)).path("readBy");
    assertThat(asker.findValuesAsText("id")).containsExactly(personId("CL-H1"), personId("CL-H2"));
    assertThat(get(PARTNER, id).asString()).doesNotContain("readBy", personId("CL-H1"));
  }

  @Test
  void where_all_who_serve_have_given_it_back_whoever_asked_is_told() {
    company.onlyServe("CL-H1");
    String id = asked(EMPLOYEE);
    command(HR, id, "claim", null);
    command(HR, id, "return", null);

    assertThat(Said.by(get(EMPLOYEE, id)).at("/waiting/nobodyLeft").asBoolean()).isTrue();
    Awaitility.await().untilAsserted(() -> assertThat(tasks(LEAD)).contains(id));
  }

  @Test
  void what_a_leaver_has_asked_is_closed_and_its_words_go() {
    String externalId = "CL-G" + UUID.randomUUID();
    arrives(externalId, "ACTIVE", null, 1);
    String id = asked(Tokens.forEmployee(externalId, "employee"));
    assertThat(tasks(HR)).contains(id);

    arrives(externalId, "TERMINATED", null, 2);

    Awaitility.await()
        .until(
            () ->
                company.count("guidance_request where id = '" + id + "' and state = 'CLOSED'")
                    == 1);
    assertThat(tasks(HR)).doesNotContain(id);
    assertThat(get(HR, id).statusCode()).isEqualTo(404);
    assertThat(company.count("duty where subject = '" + id + "' and state = 'LAPSED'"))
        .isEqualTo(1);
    clock.advance(Duration.ofDays(181));
    runDue();
    assertThat(wordsOf(id)).isZero();
  }

  @Test
  void the_words_of_what_nobody_answers_go_too() {
    String id = asked(EMPLOYEE);
    assertThat(Said.text(get(EMPLOYEE, id), "/goneAt")).isNotEmpty();
    clock.advance(Duration.ofDays(209));
    runDue();
    assertThat(Said.text(get(EMPLOYEE, id), "/text")).isEqualTo(QUESTION);

    clock.advance(Duration.ofDays(2));
    runDue();

    assertThat(get(EMPLOYEE, id).statusCode()).isEqualTo(404);
    assertThat(wordsOf(id)).isZero();
    assertThat(tasks(HR)).doesNotContain(id);
  }

  @Test
  void a_claim_of_whoever_has_come_to_lead_the_asker_keeps_nobody_else_from_it() {
    company.onlyServe("CL-H2");
    String externalId = "CL-G" + UUID.randomUUID();
    arrives(externalId, "ACTIVE", null, 1);
    Tokens asker = Tokens.forEmployee(externalId, "employee");
    String id = asked(asker);
    command(PARTNER, id, "claim", null);
    assertThat(get(HR, id).statusCode()).isEqualTo(404);

    arrives(externalId, "ACTIVE", "CL-H2", 2);

    Awaitility.await()
        .until(
            () ->
                company.count(
                        "duty where subject = '"
                            + id
                            + "' and holder_id is null and state <> 'DUE'")
                    == 1);
    assertThat(Said.by(get(asker, id)).at("/waiting/nobodyLeft").asBoolean()).isTrue();
    assertThat(tasks(LEAD)).contains(id);
    assertThat(Said.text(get(HR, id), "/relation")).isEqualTo("HELPER");
    Said.expect(command(HR, id, "claim", null), 200, "CLAIMED");
    assertThat(get(PARTNER, id).statusCode()).isEqualTo(404);
    Said.expect(command(HR, id, "answer", Map.of("text", ANSWER)), 200, "ANSWERED");
    assertThat(Said.text(get(asker, id), "/claimer/id")).isEqualTo(personId("CL-H1"));
  }

  @Test
  void a_claim_of_whoever_is_at_work_no_more_keeps_nobody_else_from_it() {
    String id = asked(EMPLOYEE);
    command(UNDER_PARTNER, id, "claim", null);
    company.leaves("CL-H3");

    Said.expect(command(HR, id, "claim", null), 200, "CLAIMED");
  }

  @Test
  void whoever_is_of_hr_no_more_reads_it_no_more_and_others_owe_the_answer() {
    String externalId = "CL-G" + UUID.randomUUID();
    Tokens claimer = Tokens.forEmployee(externalId, "employee", "hr");
    serves(externalId, null, 1);
    String id = asked(EMPLOYEE);
    String key = UUID.randomUUID().toString();
    Said.expect(claimUnder(key, claimer, id), 200, "CLAIMED");
    assertThat(claimUnder(key, claimer, id).asString()).contains(QUESTION);
    assertThat(tasks(HR)).doesNotContain(id);

    arrives(externalId, "ACTIVE", null, 2);

    Awaitility.await().untilAsserted(() -> assertThat(tasks(HR)).contains(id));
    Response barred = get(claimer, id);
    assertThat(Said.text(barred, "/relation")).isEqualTo("BARRED");
    assertThat(barred.asString()).doesNotContain("Roerdomp", personId("CL-E1"));
    assertThat(claimUnder(key, claimer, id).asString()).doesNotContain("Roerdomp");
    assertThat(command(claimer, id, "answer", Map.of("text", "x")).statusCode()).isEqualTo(403);
    assertThat(listed(claimer)).doesNotContain(id);
    assertThat(get(Tokens.forEmployee(externalId, "employee"), id).statusCode())
        .as("without the role there is nothing to give back")
        .isEqualTo(404);
    Said.expect(command(HR, id, "claim", null), 200, "CLAIMED");
    Said.expect(command(HR, id, "answer", Map.of("text", ANSWER)), 200, "ANSWERED");
    assertThat(Said.text(get(EMPLOYEE, id), "/answer")).isEqualTo(ANSWER);
  }

  @Test
  void whoever_was_of_hr_reads_no_more_what_they_have_answered() {
    String externalId = "CL-G" + UUID.randomUUID();
    Tokens claimer = Tokens.forEmployee(externalId, "employee", "hr");
    serves(externalId, null, 1);
    String id = asked(EMPLOYEE);
    command(claimer, id, "claim", null);
    String key = UUID.randomUUID().toString();
    Said.expect(answerUnder(key, claimer, id), 200, "ANSWERED");
    assertThat(get(claimer, id).statusCode()).isEqualTo(200);
    assertThat(answerUnder(key, claimer, id).asString()).contains(ANSWER);

    arrives(externalId, "ACTIVE", null, 2);

    Awaitility.await()
        .untilAsserted(() -> assertThat(get(claimer, id).statusCode()).isEqualTo(404));
    assertThat(listed(claimer)).doesNotContain(id);
    assertThat(answerUnder(key, claimer, id).asString()).doesNotContain("Roerdomp");
    assertThat(Said.text(get(EMPLOYEE, id), "/answer")).isEqualTo(ANSWER);
  }

  @Test
  void the_day_on_which_somebody_ceases_to_serve_gives_their_claims_to_others() {
    String externalId = "CL-G" + UUID.randomUUID();
    Tokens claimer = Tokens.forEmployee(externalId, "employee", "hr");
    serves(externalId, LocalDate.now(clock).plusDays(1), 1);
    String id = asked(EMPLOYEE);
    Said.expect(command(claimer, id, "claim", null), 200, "CLAIMED");
    assertThat(tasks(HR)).doesNotContain(id);

    clock.advance(Duration.ofDays(2));
    runDue();

    assertThat(tasks(HR)).contains(id);
    assertThat(Said.by(get(EMPLOYEE, id)).at("/waiting/late").asBoolean()).isFalse();
    assertThat(Said.text(get(claimer, id), "/relation")).isEqualTo("BARRED");
  }

  @Test
  void no_repeat_says_the_words_to_whoever_has_given_it_back() {
    String id = asked(EMPLOYEE);
    String key = UUID.randomUUID().toString();
    Said.expect(claimUnder(key, HR, id), 200, "CLAIMED");

    Said.expect(command(HR, id, "return", null), 200, "ASKED");

    assertThat(claimUnder(key, HR, id).asString()).doesNotContain("Roerdomp");
    assertThat(Said.text(get(EMPLOYEE, id), "/text")).isEqualTo(QUESTION);
  }

  @Test
  void no_repeat_says_the_words_to_whoever_has_answered_and_leads_the_asker_since() {
    String externalId = "CL-G" + UUID.randomUUID();
    arrives(externalId, "ACTIVE", null, 1);
    Tokens asker = Tokens.forEmployee(externalId, "employee");
    String id = asked(asker);
    command(PARTNER, id, "claim", null);
    String key = UUID.randomUUID().toString();
    Said.expect(answerUnder(key, PARTNER, id), 200, "ANSWERED");

    arrives(externalId, "ACTIVE", "CL-H2", 2);

    assertThat(get(PARTNER, id).statusCode()).isEqualTo(404);
    assertThat(answerUnder(key, PARTNER, id).asString()).doesNotContain("Roerdomp");
    assertThat(Said.text(get(asker, id), "/answer")).isEqualTo(ANSWER);
  }

  private static Response answerUnder(String key, Tokens who, String id) {
    return as(who)
        .header("If-Match", "\"1\"")
        .header("Idempotency-Key", key)
        .body(Map.of("text", ANSWER))
        .post(PATH + id + "/answer");
  }

  private static Response claimUnder(String key, Tokens who, String id) {
    return as(who)
        .header("If-Match", "\"0\"")
        .header("Idempotency-Key", key)
        .post(PATH + id + "/claim");
  }

  private long wordsOf(String id) {
    return company.count(
        "guidance_request where id = '%s' and (text is not null or asker_id is not null)"
            .formatted(id));
  }

  /** By somebody who may not read its version. */
  private static int claimUnseen(Tokens who, String id) {
    return as(who).header("If-Match", "\"0\"").post(PATH + id + "/claim").statusCode();
  }

  private void arrives(String externalId, String status, @Nullable String manager, long sequence) {
    told(
        externalId,
        sequence,
        """
        {"employeeId": "%s", "externalId": "%s", "status": "%s", "managerId": %s, "hrUnits": []}
        """
            .formatted(
                personId(externalId),
                externalId,
                status,
                manager == null ? "null" : "\"" + personId(manager) + "\""));
    Awaitility.await()
        .until(
            () ->
                company.count(
                        "person where external_id = '%s' and status = '%s' and manager_id is %s null"
                            .formatted(externalId, status, manager == null ? "" : "not"))
                    == 1);
  }

  /** Serves a unit as HR, until a day if any. */
  private void serves(String externalId, @Nullable LocalDate until, long sequence) {
    told(
        externalId,
        sequence,
        """
        {"employeeId": "%s", "externalId": "%s", "status": "ACTIVE",
         "hrUnits": [{"orgUnit": "care", "from": "2020-01-01", "to": %s}]}
        """
            .formatted(
                personId(externalId), externalId, until == null ? "null" : "\"" + until + "\""));
    Awaitility.await()
        .until(() -> company.count("person where external_id = '" + externalId + "'") == 1);
  }

  private static void told(String externalId, long sequence, @Nullable String json) {
    Events.ofTest()
        .publish(
            "evenhand.internal.directory",
            "org.evenhand.employee.recorded.v1",
            "/review-service",
            personId(externalId),
            sequence,
            json);
  }
}
