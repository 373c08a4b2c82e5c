package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.ChallengePeople.COLLEAGUE;
import static org.evenhand.policy.service.ChallengePeople.EMPLOYEE;
import static org.evenhand.policy.service.ChallengePeople.HR;
import static org.evenhand.policy.service.ChallengePeople.LEAD;
import static org.evenhand.policy.service.ChallengePeople.MANAGER;
import static org.evenhand.policy.service.ChallengePeople.PARTNER;
import static org.evenhand.policy.service.ChallengePeople.UNDER_PARTNER;
import static org.evenhand.policy.service.Challenges.actions;
import static org.evenhand.policy.service.Challenges.command;
import static org.evenhand.policy.service.Challenges.explain;
import static org.evenhand.policy.service.Challenges.explained;
import static org.evenhand.policy.service.Challenges.followUp;
import static org.evenhand.policy.service.Challenges.of;
import static org.evenhand.policy.service.Challenges.ofSession;
import static org.evenhand.policy.service.Challenges.ofVersion;
import static org.evenhand.policy.service.Challenges.raise;
import static org.evenhand.policy.service.Challenges.raised;
import static org.evenhand.policy.service.Challenges.read;
import static org.evenhand.policy.service.Challenges.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** Whose turn it is: never whose the matter is, and always somebody's. */
@QuarkusTest
class ChallengeTurnTest extends ChallengeCase {

  private static final Tokens HEAD = Tokens.forEmployee("CL-R0", "employee", "manager", "hr");

  @Test
  void what_is_about_the_head_of_the_company_is_answered_by_those_below_in_the_end() {
    company.onlyServe("CL-H1");
    company.allBelow("CL-R0");
    try {
      String id = raised(EMPLOYEE, ofSession("CL-R0"));
      String alsoOfHr = raised(EMPLOYEE, ofSession("CL-R0", "CL-H1"));
      for (Tokens early : List.of(HR, LEAD, MANAGER)) {
        assertThat(explain(early, id).statusCode()).isEqualTo(403);
      }

      lateAndHeardOf(id, alsoOfHr);

      assertThat(tasks(HR)).containsExactly(id);
      assertThat(tasks(MANAGER)).containsExactly(alsoOfHr);
      for (Tokens closed : List.of(HEAD, EMPLOYEE)) {
        assertThat(explain(closed, id).statusCode()).isEqualTo(403);
      }
      assertThat(explain(HR, alsoOfHr).statusCode()).isEqualTo(403);
      assertThat(read(HR, id).has("author")).as("is near").isFalse();
      Said.expect(explain(HR, id), 200, "ANSWERED");
      Said.expect(explain(MANAGER, alsoOfHr), 200, "ANSWERED");
    } finally {
      company.nobodyBelow("CL-R0");
    }
  }

  @Test
  void where_nobody_is_known_to_serve_what_is_late_stays_with_hr() {
    company.onlyServe();
    String first = raised(EMPLOYEE, ofSession("CL-L1"));

    lateAndHeardOf(first);

    assertThat(tasks(MANAGER)).isEmpty();
    assertThat(explain(MANAGER, first).statusCode()).isEqualTo(403);
    Said.expect(explain(HR, first), 200, "ANSWERED");
  }

  @Test
  void where_the_only_one_who_serves_has_answered_the_second_answer_stays_with_hr() {
    company.onlyServe("CL-H1");
    String id = raised(EMPLOYEE, ofSession("CL-L1"));
    Said.expect(explain(HR, id), 200, "ANSWERED");
    Said.expect(followUp(EMPLOYEE, id), 200, "FOLLOWED_UP");

    lateAndHeardOf(id);

    assertThat(explain(MANAGER, id).statusCode()).isEqualTo(403);
    assertThat(tasks(UNDER_PARTNER)).containsExactly(id);
    Said.expect(explain(UNDER_PARTNER, id), 200, "ANSWERED");
  }

  @Test
  void of_the_managers_those_answer_first_who_have_signed() {
    company.onlyServe("H1");
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).approved();
    String id = raised(EMPLOYEE, ofVersion(policy, "/criteria/0"));

    lateAndHeardOf(id);

    assertThat(explain(MANAGER, id).statusCode()).isEqualTo(403);
    assertThat(tasks(MANAGER)).isEmpty();
    assertThat(tasks(Staff.SECOND_MANAGER)).containsExactly(id);
    Said.expect(explain(Staff.SECOND_MANAGER, id), 200, "ANSWERED");
  }

  @Test
  void the_practice_says_which_one_it_is() {
    Response unsaid =
        raise(
            EMPLOYEE,
            Map.of("kind", "CONCERN", "text", "x", "practice", Map.of("kind", "HR_DUTY")));

    assertThat(unsaid.statusCode()).isEqualTo(422);
    assertThat(unsaid.asString()).contains("/practice/subject");
  }

  @Test
  void whose_duty_it_is_answers_nothing_about_it_though_nobody_has_named_them() {
    UUID duty = UUID.randomUUID();
    company.run(
        """
        insert into duty (id, version, kind, side, subject, part, holder_id, since, due_on, due_at,
          state, step, closed_at)
        values ('%s', 0, 'NOTICE', 'HR', '%s', '', '%s', now(), current_date, now(), 'DONE',
          0, now())
        """
            .formatted(duty, UUID.randomUUID(), id("CL-H2")));
    String id = raised(EMPLOYEE, of("HR_DUTY", duty));
    company.run("delete from duty where id = '" + duty + "'");

    for (Tokens concerned : List.of(PARTNER, UNDER_PARTNER)) {
      assertThat(explain(concerned, id).statusCode()).isEqualTo(403);
    }
    assertThat(read(HR, id).toString()).doesNotContain(id("CL-H2"));
    Said.expect(command(HR, id, "answer", explained(false)), 200, "ANSWERED");
  }

  @Test
  void who_has_written_or_signed_what_a_practice_is_about_answers_nothing_about_it() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).approved();
    String id = raised(EMPLOYEE, of("HR_DUTY", UUID.fromString(policy.id())));

    for (Tokens concerned : List.of(Staff.HR, Staff.APPROVER)) {
      assertThat(explain(concerned, id).statusCode()).isEqualTo(403);
    }
    Said.expect(explain(HR, id), 200, "ANSWERED");
  }

  @Test
  void where_nobody_knows_whose_it_is_whoever_answers_declares_that_it_is_not_theirs() {
    String id = raised(EMPLOYEE, ofSession());

    Response undeclared = command(HR, id, "answer", explained(false));

    assertThat(undeclared.statusCode()).isEqualTo(422);
    assertThat(undeclared.asString()).contains("/notOwnPractice");
    assertThat(read(HR, id).path("answers")).isEmpty();
    Said.expect(command(HR, id, "answer", explained(true)), 200, "ANSWERED");
    JsonNode answer = read(COLLEAGUE, id).at("/answers/0");
    assertThat(answer.path("notOwnPractice").asBoolean()).isTrue();
    assertThat(answer.at("/by/id").asText()).isEqualTo(id("CL-H1"));
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).approved();
    String ofVersion = raised(EMPLOYEE, ofVersion(policy, ""));
    assertThat(command(HR, ofVersion, "answer", explained(true)).statusCode()).isEqualTo(422);
  }

  @Test
  void hr_outside_says_whose_it_is_and_none_of_those_answers() {
    String id = raised(EMPLOYEE, ofSession());
    assertThat(actions(HR, id)).contains("nameChallengedPeople");
    assertThat(name(MANAGER, id, "CL-H2").statusCode()).isEqualTo(403);

    Said.expect(name(HR, id, "CL-H2"), 200, "RAISED");

    for (Tokens concerned : List.of(PARTNER, UNDER_PARTNER)) {
      assertThat(explain(concerned, id).statusCode()).isEqualTo(403);
      assertThat(name(concerned, id, "CL-H1").statusCode()).isEqualTo(403);
      assertThat(read(concerned, id).toString()).doesNotContain(id("CL-H2"));
    }
    assertThat(read(EMPLOYEE, id).at("/practice/people/0").asText()).isEqualTo(id("CL-H2"));
    assertThat(
            company.count(
                "audit where aggregate_id = '%s' and action = 'people-named' and actor = '%s'"
                    .formatted(id, id("CL-H1"))))
        .isEqualTo(1);
    Said.expect(command(HR, id, "answer", explained(false)), 200, "ANSWERED");
    assertThat(name(HR, id, "CL-L1").statusCode()).isEqualTo(409);
  }

  @Test
  void names_are_of_people_who_work_here_and_of_practices_alone() {
    String id = raised(EMPLOYEE, ofSession());
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).approved();
    String ofVersion = raised(EMPLOYEE, ofVersion(policy, ""));

    assertThat(name(HR, id, "CL-nobody").statusCode()).isEqualTo(422);
    assertThat(name(HR, ofVersion, "CL-H2").statusCode()).isEqualTo(422);
    assertThat(actions(HR, ofVersion)).doesNotContain("nameChallengedPeople");
    assertThat(read(EMPLOYEE, id).at("/practice/people")).isEmpty();
  }

  private static Response name(Tokens who, String id, String externalId) {
    return command(who, id, "people", Map.of("people", List.of(id(externalId))));
  }
}
