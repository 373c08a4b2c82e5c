package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.ChallengePeople.COLLEAGUE;
import static org.evenhand.policy.service.ChallengePeople.EMPLOYEE;
import static org.evenhand.policy.service.ChallengePeople.HR;
import static org.evenhand.policy.service.ChallengePeople.HR_BOSS;
import static org.evenhand.policy.service.ChallengePeople.LEAD;
import static org.evenhand.policy.service.ChallengePeople.MANAGER;
import static org.evenhand.policy.service.ChallengePeople.PARTNER;
import static org.evenhand.policy.service.ChallengePeople.UNDER_PARTNER;
import static org.evenhand.policy.service.GuidanceRequests.ALL;
import static org.evenhand.policy.service.GuidanceRequests.ANSWER;
import static org.evenhand.policy.service.GuidanceRequests.PATH;
import static org.evenhand.policy.service.GuidanceRequests.QUESTION;
import static org.evenhand.policy.service.GuidanceRequests.ask;
import static org.evenhand.policy.service.GuidanceRequests.asked;
import static org.evenhand.policy.service.GuidanceRequests.command;
import static org.evenhand.policy.service.GuidanceRequests.erase;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks HR in confidence, and the two alone know of it. */
@QuarkusTest
class GuidanceRequestTest extends ServiceTest {

  private static final String NAMED =
      "cast(audit as text) like '%Roerdomp%' or cast(audit as text) like '%"
          + personId("CL-E1")
          + "%' or cast(audit as text) like '%"
          + personId("CL-H1")
          + "%'";

  @Inject ChallengePeople company;

  @BeforeEach
  void a_company() {
    company.arrive();
    company.run("delete from duty where kind = 'GUIDANCE_ANSWER'");
  }

  @Test
  void somebody_asks_one_of_hr_claims_and_answers_and_the_two_alone_read_it() {
    String id = asked(EMPLOYEE);
    for (Tokens helper : List.of(HR, PARTNER, LEAD)) {
      JsonNode seen = Said.by(get(helper, id));
      assertThat(seen.path("relation").asText()).isEqualTo("HELPER");
      assertThat(seen.toString()).doesNotContain("Roerdomp", personId("CL-E1"));
    }

    Response claimed = command(HR, id, "claim", null);

    Said.expect(claimed, 200, "CLAIMED");
    assertThat(Said.text(claimed, "/text")).isEqualTo(QUESTION);
    assertThat(Said.text(claimed, "/asker/id")).isEqualTo(personId("CL-E1"));
    for (Tokens other : List.of(PARTNER, LEAD, MANAGER, HR_BOSS, COLLEAGUE)) {
      assertThat(get(other, id).statusCode()).isEqualTo(404);
    }
    Said.expect(command(HR, id, "answer", Map.of("text", ANSWER)), 200, "ANSWERED");
    assertThat(Said.text(get(EMPLOYEE, id), "/answer")).isEqualTo(ANSWER);
    assertThat(Said.text(get(EMPLOYEE, id), "/claimer/id")).isEqualTo(personId("CL-H1"));
    assertThat(command(HR, id, "closing", null).statusCode()).isEqualTo(403);
    Said.expect(command(EMPLOYEE, id, "closing", null), 200, "CLOSED");
  }

  @Test
  void a_list_that_a_boss_can_read_ends_all_asking_so_there_is_none() {
    String id = asked(EMPLOYEE);
    for (Tokens boss : List.of(MANAGER, HR_BOSS, LEAD, HR, PARTNER)) {
      assertThat(listed(boss)).doesNotContain(id);
    }
    assertThat(as(Staff.AUDITOR).get(ALL).statusCode()).isEqualTo(403);

    command(HR, id, "claim", null);

    assertThat(listed(EMPLOYEE)).contains(id);
    assertThat(listed(HR)).contains(id);
    for (Tokens boss : List.of(MANAGER, HR_BOSS, LEAD, PARTNER)) {
      assertThat(listed(boss)).doesNotContain(id);
    }
  }

  @Test
  void hr_in_the_chain_and_those_excluded_find_nothing_of_it_and_are_not_told_so() {
    String id = Said.id(ask(EMPLOYEE, "CL-H2"), 201, "ASKED");

    for (Tokens closed : List.of(HR_BOSS, PARTNER)) {
      assertThat(get(closed, id).statusCode()).isEqualTo(404);
      assertThat(tasks(closed)).doesNotContain(id);
      assertThat(as(closed).header("If-Match", "\"0\"").post(PATH + id + "/claim").statusCode())
          .isEqualTo(404);
    }
    assertThat(tasks(HR)).contains(id);
    assertThat(tasks(UNDER_PARTNER)).contains(id);
    assertThat(tasks(EMPLOYEE)).doesNotContain(id);
    command(HR, id, "claim", null);
    assertThat(Said.by(get(HR, id)).has("excluded")).isFalse();
    assertThat(Said.text(get(EMPLOYEE, id), "/excluded/0/id")).isEqualTo(personId("CL-H2"));
    String own = asked(PARTNER);
    assertThat(get(UNDER_PARTNER, own).statusCode()).as("below the asker").isEqualTo(404);
    assertThat(tasks(PARTNER)).doesNotContain(own);
  }

  @Test
  void a_dotted_line_and_that_of_a_second_assignment_close_the_door_with_all_above_it() {
    String asker = "CL-D" + UUID.randomUUID();
    Events.ofTest()
        .publish(
            "evenhand.internal.directory",
            "org.evenhand.employee.recorded.v1",
            "/review-service",
            personId(asker),
            1,
            """
            {"employeeId": "%s", "externalId": "%s", "status": "ACTIVE", "managerId": "%s",
             "furtherManagerIds": ["%s"], "dottedManagerIds": ["%s"], "hrUnits": []}
            """
                .formatted(
                    personId(asker),
                    asker,
                    personId("CL-M1"),
                    personId("CL-H3"),
                    personId("CL-H1")));
    Awaitility.await()
        .until(() -> company.count("person where external_id = '" + asker + "'") == 1);

    String id = asked(Tokens.forEmployee(asker, "employee"));

    for (Tokens closed : List.of(HR, UNDER_PARTNER, PARTNER, HR_BOSS)) {
      assertThat(get(closed, id).statusCode()).isEqualTo(404);
      assertThat(tasks(closed)).doesNotContain(id);
    }
    assertThat(Said.text(get(LEAD, id), "/relation")).isEqualTo("HELPER");
  }

  @Test
  void where_nobody_of_hr_is_left_an_hr_lead_hears_at_once_and_whoever_asks_is_told() {
    company.onlyServe("CL-H2", "CL-H4");

    Response asked = ask(EMPLOYEE, "CL-H2");

    String id = Said.id(asked, 201, "ASKED");
    assertThat(Said.by(asked).at("/waiting/nobodyLeft").asBoolean()).isTrue();
    Awaitility.await().untilAsserted(() -> assertThat(tasks(LEAD)).contains(id));
    Said.expect(command(LEAD, id, "claim", null), 200, "CLAIMED");
    assertThat(Said.by(get(EMPLOYEE, id)).at("/waiting/nobodyLeft").asBoolean()).isFalse();
    assertThat(Said.by(get(LEAD, id)).has("waiting")).isFalse();
    assertThat(Said.by(ask(EMPLOYEE)).at("/waiting/nobodyLeft").asBoolean()).isFalse();
  }

  @Test
  void what_nobody_may_know_of_but_the_asker_does_not_wait_in_silence() {
    company.onlyServe("CL-H2", "CL-H4");
    String id = Said.id(ask(EMPLOYEE, "CL-H2", "CL-L1"), 201, "ASKED");
    assertThat(Said.by(get(EMPLOYEE, id)).at("/waiting/late").asBoolean()).isFalse();

    clock.advance(Duration.ofDays(14));
    runDue();

    assertThat(Said.by(get(EMPLOYEE, id)).at("/waiting/late").asBoolean()).isTrue();
    for (Tokens closed : List.of(LEAD, PARTNER, HR_BOSS)) {
      assertThat(tasks(closed)).doesNotContain(id);
    }
    assertThat(erase(EMPLOYEE, id).statusCode()).isEqualTo(204);
  }

  @Test
  void whoever_comes_to_lead_the_asker_after_claiming_reads_it_no_more() {
    String id = asked(COLLEAGUE);
    command(PARTNER, id, "claim", null);
    assertThat(get(PARTNER, id).statusCode()).isEqualTo(200);

    company.nowLeads("CL-H2", "CL-E2");

    Response barred = get(PARTNER, id);
    assertThat(Said.text(barred, "/relation")).isEqualTo("BARRED");
    assertThat(barred.asString()).doesNotContain("Roerdomp", personId("CL-E2"));
    assertThat(listed(PARTNER)).doesNotContain(id);
    assertThat(command(PARTNER, id, "answer", Map.of("text", "x")).statusCode()).isEqualTo(403);
    Said.expect(command(PARTNER, id, "return", null), 200, "ASKED");
    assertThat(get(PARTNER, id).statusCode()).isEqualTo(404);
  }

  @Test
  void of_two_who_claim_one_reads_it() {
    String id = asked(EMPLOYEE);
    String etag = get(HR, id).header("ETag");
    Said.expect(command(HR, id, "claim", null), 200, "CLAIMED");

    Response second = as(PARTNER).header("If-Match", etag).post(PATH + id + "/claim");

    assertThat(second.statusCode()).isEqualTo(404);
    assertThat(second.asString()).doesNotContain("Roerdomp");
  }

  @Test
  void an_old_one_escalates_by_its_age_alone_and_can_be_given_back_unread() {
    String id = asked(EMPLOYEE);
    command(HR, id, "claim", null);
    assertThat(tasks(HR)).contains(id);
    assertThat(tasks(LEAD)).doesNotContain(id);

    clock.advance(Duration.ofDays(14));
    runDue();

    Awaitility.await().untilAsserted(() -> assertThat(tasks(LEAD)).contains(id));
    Response seen = get(LEAD, id);
    assertThat(Said.text(seen, "/relation")).isEqualTo("OVERSEER");
    assertThat(seen.asString()).doesNotContain("Roerdomp", personId("CL-E1"), personId("CL-H1"));
    assertThat(command(LEAD, id, "claim", null).statusCode()).isEqualTo(403);
    assertThat(command(LEAD, id, "answer", Map.of("text", "x")).statusCode()).isEqualTo(403);
    Said.expect(command(LEAD, id, "return", null), 200, "ASKED");
    assertThat(Said.by(get(HR, id)).path("relation").asText()).isEqualTo("HELPER");
    assertThat(tasks(PARTNER)).contains(id);
    assertThat(get(LEAD, id).statusCode())
        .as("has given it back, and reads it never")
        .isEqualTo(404);
    assertThat(tasks(LEAD)).doesNotContain(id);
  }

  @Test
  void it_is_erased_at_any_time_and_nothing_says_its_words_again() {
    String key = UUID.randomUUID().toString();
    Response first =
        as(EMPLOYEE).header("Idempotency-Key", key).body(Map.of("text", QUESTION)).post(ALL);
    String id = Said.id(first, 201, "ASKED");
    command(HR, id, "claim", null);
    command(HR, id, "answer", Map.of("text", ANSWER));
    assertThat(erase(HR, id).statusCode()).isEqualTo(403);

    assertThat(erase(EMPLOYEE, id).statusCode()).isEqualTo(204);

    assertThat(get(EMPLOYEE, id).statusCode()).isEqualTo(404);
    assertThat(get(HR, id).statusCode()).isEqualTo(404);
    assertThat(listed(EMPLOYEE)).doesNotContain(id);
    Response repeated =
        as(EMPLOYEE).header("Idempotency-Key", key).body(Map.of("text", QUESTION)).post(ALL);
    assertThat(repeated.asString()).doesNotContain("Roerdomp");
    assertThat(rows("idempotency", id)).isZero();
    assertThat(
            company.count(
                "guidance_request where id = '%s' and (asker_id is not null or text is not null)"
                    .formatted(id)))
        .isZero();
    assertThat(tasks(HR)).doesNotContain(id);
    for (String kept : List.of("due_work", "guidance_chain")) {
      assertThat(company.count(kept + " r where cast(r as text) like '%" + id + "%'")).isZero();
    }
    assertThat(company.count("duty where subject = '" + id + "' and holder_id is not null"))
        .isZero();
  }

  @Test
  void the_words_go_half_a_year_after_closing_also_where_nobody_closed_it() {
    String id = asked(EMPLOYEE);
    command(HR, id, "claim", null);
    command(HR, id, "answer", Map.of("text", ANSWER));
    clock.advance(Duration.ofDays(31));
    runDue();
    assertThat(Said.text(get(EMPLOYEE, id), "/state")).isEqualTo("CLOSED");
    assertThat(Said.text(get(HR, id), "/text")).isEqualTo(QUESTION);

    clock.advance(Duration.ofDays(181));
    runDue();

    assertThat(get(EMPLOYEE, id).statusCode()).isEqualTo(404);
    assertThat(rows("guidance_request", id)).isZero();
  }

  @Test
  void it_is_in_no_event_and_the_audit_keeps_a_digest_without_names() {
    String id = asked(EMPLOYEE);
    command(HR, id, "claim", null);
    command(HR, id, "answer", Map.of("text", ANSWER));
    String after = asked(COLLEAGUE);
    erase(COLLEAGUE, after);
    String marker = Challenges.raised(EMPLOYEE, Challenges.ofSession());
    Challenges.told(marker, 1);

    assertThat(
            Stream.of("evenhand.policies", "evenhand.internal.duties")
                .flatMap(topic -> Events.ofTest().all(topic).stream())
                .map(event -> event.key() + event.value()))
        .isNotEmpty()
        .noneMatch(event -> event.contains(id) || event.contains("GUIDANCE"));
    assertThat(company.count("audit where aggregate_id = '" + id + "'")).isEqualTo(3);
    assertThat(company.count("audit where aggregate_id = '%s' and (%s)".formatted(id, NAMED)))
        .isZero();
    assertThat(as(HR).get("/v1/calendar").asString()).doesNotContain(id, "GUIDANCE");
    company.run("update challenge set state = 'WITHDRAWN' where id = '" + marker + "'");
  }

  @Test
  void what_cannot_be_asked_so_leaves_nothing() {
    long before = company.count("guidance_request");
    for (List<Object> excluded :
        List.of(
            List.<Object>of(UUID.randomUUID()),
            List.<Object>of(1, 2, 3, 4),
            List.<Object>of("nobody"))) {
      assertThat(
              as(EMPLOYEE)
                  .body(Map.of("text", QUESTION, "excluded", excluded))
                  .post(ALL)
                  .statusCode())
          .isIn(400, 422);
    }
    assertThat(company.count("guidance_request")).isEqualTo(before);
  }

  private long rows(String table, String id) {
    return company.count(
        "%s r where cast(r as text) like '%%%s%%' and cast(r as text) like '%%Roerdomp%%'"
            .formatted(table, id));
  }
}
