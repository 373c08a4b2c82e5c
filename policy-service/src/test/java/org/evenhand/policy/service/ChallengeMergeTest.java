package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.ChallengePeople.COLLEAGUE;
import static org.evenhand.policy.service.ChallengePeople.EMPLOYEE;
import static org.evenhand.policy.service.ChallengePeople.HR;
import static org.evenhand.policy.service.Challenges.actions;
import static org.evenhand.policy.service.Challenges.command;
import static org.evenhand.policy.service.Challenges.explain;
import static org.evenhand.policy.service.Challenges.followUp;
import static org.evenhand.policy.service.Challenges.merge;
import static org.evenhand.policy.service.Challenges.ofSession;
import static org.evenhand.policy.service.Challenges.ofVersion;
import static org.evenhand.policy.service.Challenges.raised;
import static org.evenhand.policy.service.Challenges.read;
import static org.evenhand.policy.service.Challenges.told;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** Nothing is buried by merging, nor does anybody wait anew. */
@QuarkusTest
class ChallengeMergeTest extends ChallengeCase {

  @Test
  void what_others_were_merged_into_is_not_withdrawn_from_under_them() {
    UUID session = UUID.randomUUID();
    String shared = raised(EMPLOYEE, ofSession(session));
    String other = raised(COLLEAGUE, ofSession(session));
    assertThat(actions(EMPLOYEE, shared)).contains("withdrawChallenge");
    Said.expect(merge(HR, other, shared), 200, "MERGED");

    Response refused = command(EMPLOYEE, shared, "withdrawal", null);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Said.by(refused).path("allowed").toString()).doesNotContain("\"withdrawChallenge\"");
    assertThat(actions(EMPLOYEE, shared)).doesNotContain("withdrawChallenge");
    Said.expect(explain(HR, shared), 200, "ANSWERED");
    Said.expect(followUp(COLLEAGUE, shared), 200, "FOLLOWED_UP");
    assertThat(command(EMPLOYEE, shared, "withdrawal", null).statusCode()).isEqualTo(409);
    assertThat(read(COLLEAGUE, shared).path("state").asText()).isEqualTo("FOLLOWED_UP");
  }

  @Test
  void it_is_merged_into_what_was_there_before_so_that_nobody_waits_anew() {
    UUID session = UUID.randomUUID();
    String first = raised(EMPLOYEE, ofSession(session));
    String second = raised(COLLEAGUE, ofSession(session));

    Response later = merge(HR, first, second);

    assertThat(later.statusCode()).isEqualTo(422);
    assertThat(later.asString()).contains("/into");
    assertThat(read(HR, first).path("state").asText()).isEqualTo("RAISED");
    company.run("update duty set due_on = due_on + 30 where subject = '" + first + "'");
    assertThat(merge(HR, second, first).statusCode()).as("owed later").isEqualTo(422);
  }

  @Test
  void what_is_merged_when_it_is_late_stays_late() {
    UUID session = UUID.randomUUID();
    String first = raised(EMPLOYEE, ofSession(session));
    String second = raised(COLLEAGUE, ofSession(session));
    clock.advance(Duration.ofDays(37));

    Said.expect(merge(HR, second, first), 200, "MERGED");

    assertThat(read(COLLEAGUE, second).path("late").asBoolean()).isTrue();
    assertThat(read(COLLEAGUE, first).path("late").asBoolean()).isTrue();
    assertThat(told(second, 2).get(1).path("late").asBoolean()).isTrue();
  }

  @Test
  void it_is_merged_only_into_what_is_about_the_same() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).approved();
    String session = raised(EMPLOYEE, ofSession());
    String criterion = raised(EMPLOYEE, ofVersion(policy, "/criteria/0"));
    String name = raised(COLLEAGUE, ofVersion(policy, "/criteria/0/title"));
    String scale = raised(COLLEAGUE, ofVersion(policy, "/scale"));
    String otherSession = raised(COLLEAGUE, ofSession());

    assertThat(merge(HR, otherSession, session).statusCode()).isEqualTo(422);
    assertThat(merge(HR, otherSession, criterion).statusCode()).isEqualTo(422);
    assertThat(merge(HR, scale, criterion).statusCode()).isEqualTo(422);
    Said.expect(merge(HR, name, criterion), 200, "MERGED");
  }

  @Test
  void five_wait_at_most_also_where_some_are_followed_up() {
    Tokens one = company.crowd("persistent", 1).get(0);
    List<String> answered = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answered.add(raised(one, ofSession()));
      Said.expect(explain(HR, answered.get(i)), 200, "ANSWERED");
    }
    for (int i = 0; i < 4; i++) {
      raised(one, ofSession());
    }

    Said.expect(followUp(one, answered.get(0)), 200, "FOLLOWED_UP");

    assertThat(followUp(one, answered.get(1)).statusCode()).isEqualTo(409);
    assertThat(read(one, answered.get(1)).path("state").asText()).isEqualTo("ANSWERED");
  }

  @Test
  void an_accepted_one_becomes_nothing_that_was_decided_and_over_before() {
    String review = UUID.randomUUID().toString();
    company.run(
        """
        insert into governance_review (id, lock_version, number, state, due_on, terms, decisions,
          created_at, updated_at)
        values ('%s', 0, 9990, 'SIGNED', '2026-01-01', '{"charterId": "%s", "owner": "%s",
          "quorum": 1}', '{"all": [%s, %s]}', now(), now())
        """
            .formatted(
                review,
                UUID.randomUUID(),
                id("CL-L1"),
                decision(
                    1, "{\"by\": \"%s\", \"at\": \"2026-01-02T00:00:00Z\"}".formatted(id("CL-L1"))),
                decision(2, "null")));
    try {
      String id = raised(EMPLOYEE, ofSession());
      assertThat(accept(HR, id, review, 1).statusCode()).isEqualTo(422);
      Said.expect(accept(HR, id, review, 2), 200, "ANSWERED");
    } finally {
      company.run("delete from governance_review where id = '" + review + "'");
    }
  }

  @Test
  void whoever_answers_names_no_draft_that_they_may_not_read() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).approved();
    String draft = PolicyUnderTest.drafted(clock).path();
    String id = raised(EMPLOYEE, ofVersion(policy, ""));
    Map<String, String> becomes = Map.of("outcome", "ACCEPTED", "text", "Yes", "becomes", draft);

    assertThat(command(Staff.SECOND_MANAGER, id, "answer", becomes).statusCode()).isEqualTo(422);
    Said.expect(command(HR, id, "answer", becomes), 200, "ANSWERED");
  }

  private static String decision(int number, String closing) {
    return """
    {"number": %d, "text": "So", "side": "HR", "responsible": "%s", "dueOn": "2026-02-01",
     "links": [], "droppedBefore": 0, "closing": %s}
    """
        .formatted(number, id("CL-L1"), closing);
  }

  private static Response accept(Tokens who, String id, String review, int decision) {
    return command(
        who,
        id,
        "answer",
        Map.of(
            "outcome",
            "ACCEPTED",
            "text",
            "Yes",
            "notOwnPractice",
            true,
            "becomes",
            "/v1/governance-reviews/%s/decisions/%d".formatted(review, decision)));
  }
}
