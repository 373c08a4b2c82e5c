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
import static org.evenhand.policy.service.Challenges.actions;
import static org.evenhand.policy.service.Challenges.command;
import static org.evenhand.policy.service.Challenges.etag;
import static org.evenhand.policy.service.Challenges.explain;
import static org.evenhand.policy.service.Challenges.followUp;
import static org.evenhand.policy.service.Challenges.merge;
import static org.evenhand.policy.service.Challenges.ofSession;
import static org.evenhand.policy.service.Challenges.ofVersion;
import static org.evenhand.policy.service.Challenges.raise;
import static org.evenhand.policy.service.Challenges.raised;
import static org.evenhand.policy.service.Challenges.read;
import static org.evenhand.policy.service.Challenges.support;
import static org.evenhand.policy.service.Challenges.tasks;
import static org.evenhand.policy.service.Challenges.told;
import static org.evenhand.policy.service.PolicyUnderTest.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** Any employee challenges what was agreed or how it is done, and gets an answer. */
@QuarkusTest
class ChallengeTest extends ChallengeCase {

  @Test
  void a_challenge_is_raised_answered_followed_up_once_and_answered_by_the_hr_lead() {
    String id = raised(EMPLOYEE, ofSession("CL-H2"));
    assertThat(tasks(HR)).containsExactly(id);
    assertThat(followUp(EMPLOYEE, id).statusCode()).isEqualTo(409);

    Said.expect(explain(HR, id), 200, "ANSWERED");
    assertThat(tasks(HR)).isEmpty();
    assertThat(followUp(COLLEAGUE, id).statusCode()).isEqualTo(403);
    Said.expect(followUp(EMPLOYEE, id), 200, "FOLLOWED_UP");
    assertThat(tasks(LEAD)).containsExactly(id);
    assertThat(tasks(HR)).isEmpty();
    assertThat(explain(HR, id).statusCode()).isEqualTo(403);
    Said.expect(explain(LEAD, id), 200, "ANSWERED");

    Response again = followUp(EMPLOYEE, id);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(Said.by(again).path("allowed").toString()).doesNotContain("followUpChallenge");
    assertThat(actions(EMPLOYEE, id)).isEmpty();
    JsonNode all = read(COLLEAGUE, id);
    assertThat(all.path("text").asText()).isEqualTo("It went too fast");
    assertThat(all.path("answers")).hasSize(2);
    assertThat(all.at("/answers/0/by/id").asText()).isEqualTo(id("CL-H1"));
    assertThat(all.at("/followUp/text").asText()).isEqualTo("And until then?");
    assertThat(told(id, 3).stream().map(event -> event.path("state").asText()))
        .containsExactly("RAISED", "ANSWERED", "ANSWERED");
  }

  @Test
  void the_author_is_shown_to_themself_and_to_hr_outside_the_chains_alone() {
    String id = raised(EMPLOYEE, ofSession("CL-H2"));

    for (Tokens reader : List.of(EMPLOYEE, HR, LEAD)) {
      JsonNode seen = read(reader, id);
      assertThat(seen.at("/author/id").asText()).isEqualTo(id("CL-E1"));
      assertThat(seen.at("/practice/people/0").asText()).isEqualTo(id("CL-H2"));
      assertThat(seen.at("/practice/subject").asText()).isNotEmpty();
    }
    for (Tokens reader :
        List.of(COLLEAGUE, MANAGER, HR_BOSS, PARTNER, UNDER_PARTNER, Staff.AUDITOR)) {
      String seen = as(reader).get("/v1/challenges/" + id).asString();
      assertThat(seen).contains("It went too fast").doesNotContain(id("CL-E1"), id("CL-H2"));
      assertThat(Said.by(as(reader).get("/v1/challenges/" + id)).path("practice"))
          .hasToString("{\"kind\":\"SESSION\",\"people\":[]}");
      assertThat(listed(reader, id)).doesNotContain(id("CL-E1"), id("CL-H2"));
    }
    assertThat(told(id, 1).get(0).toString()).doesNotContain(id("CL-E1"), id("CL-H2"), "fast");
  }

  @Test
  void the_version_is_superseded_meanwhile_and_the_challenge_stays_bound_to_its_text() {
    PolicyUnderTest policy = inForce(drafted());
    String id = raised(EMPLOYEE, ofVersion(policy, "/criteria/0"));
    String bound = read(COLLEAGUE, id).path("part").toString();
    PolicyUnderTest next = inForce(policy.nextVersion());
    assertThat(next.version(1).state()).isEqualTo("SUPERSEDED");

    Response cited =
        command(
            HR,
            id,
            "answer",
            Map.of(
                "outcome", "EXPLAINED", "text", "It reads so now", "links", List.of(next.path())));

    Said.expect(cited, 200, "ANSWERED");
    JsonNode answered = read(COLLEAGUE, id);
    assertThat(answered.path("part")).hasToString(bound);
    assertThat(answered.at("/part/version").asInt()).isEqualTo(1);
    assertThat(answered.at("/answers/0/links/0").asText()).isEqualTo(next.path());
    raised(COLLEAGUE, ofVersion(policy.version(1), ""));
  }

  @Test
  void the_author_leaves_and_is_still_answered() {
    Tokens leaver = company.crowd("leaver", 1).get(0);
    String id = raised(leaver, ofSession());
    company.leaves("CL-leaver0");

    assertThat(as(leaver).get("/v1/challenges/" + id).statusCode()).isEqualTo(403);
    assertThat(tasks(HR)).containsExactly(id);
    Said.expect(explain(HR, id), 200, "ANSWERED");
    assertThat(read(COLLEAGUE, id).path("answers")).hasSize(1);
  }

  @Test
  void the_one_challenged_is_refused_to_answer_and_so_are_those_above_and_below_them() {
    String ofPartner = raised(EMPLOYEE, ofSession("CL-H2"));
    String ofThird = raised(EMPLOYEE, ofSession("CL-H3"));

    for (Tokens concerned : List.of(PARTNER, UNDER_PARTNER)) {
      assertThat(explain(concerned, ofPartner).statusCode()).isEqualTo(403);
      assertThat(explain(concerned, ofThird).statusCode()).isEqualTo(403);
      assertThat(merge(concerned, ofPartner, ofThird).statusCode()).isEqualTo(403);
      assertThat(tasks(concerned)).isEmpty();
      assertThat(actions(concerned, ofPartner)).containsExactly("supportChallenge");
    }
    String own = raised(HR, ofSession());
    assertThat(explain(HR, own).statusCode()).isEqualTo(403);
    assertThat(tasks(PARTNER)).containsExactly(own);
    Said.expect(explain(HR, ofPartner), 200, "ANSWERED");
  }

  @Test
  void whoever_wrote_a_version_answers_nothing_about_it_and_managers_answer_who_signed_it() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).approved();
    String id = raised(EMPLOYEE, ofVersion(policy, "/criteria/0"));

    assertThat(explain(Staff.HR, id).statusCode()).isEqualTo(403);
    assertThat(explain(Staff.OTHER_MANAGER, id).statusCode()).isEqualTo(403);
    assertThat(explain(MANAGER, id).statusCode()).isEqualTo(403);
    assertThat(actions(Staff.SECOND_MANAGER, id)).contains("answerChallenge");
    Said.expect(explain(Staff.SECOND_MANAGER, id), 200, "ANSWERED");
  }

  @Test
  void an_accepted_one_names_what_it_becomes_and_says_what_came_of_it_when_that_takes_effect() {
    PolicyUnderTest policy = inForce(drafted());
    String id = raised(EMPLOYEE, ofVersion(policy, "/criteria/0"));
    assertThat(accept(id, policy.path()).statusCode()).as("in force before").isEqualTo(422);
    PolicyUnderTest next = policy.nextVersion();

    Said.expect(accept(id, next.path()), 200, "ANSWERED");
    assertThat(progress(id)).isEqualTo("UNDER_WAY");
    inForce(next);
    assertThat(progress(id)).isEqualTo("DONE");
    assertThat(told(id, 2).get(1).path("outcome").asText()).isEqualTo("ACCEPTED");
  }

  @Test
  void forty_times_the_same_is_answered_once_and_the_supporters_are_carried_over() {
    List<Tokens> crowd = company.crowd("same", 40);
    UUID session = UUID.randomUUID();
    String first = raised(crowd.get(0), ofSession(session));
    String second = raised(crowd.get(1), ofSession(session, "CL-H2"));
    support(EMPLOYEE, second);
    support(crowd.get(0), second);
    for (Tokens one : crowd.subList(2, 40)) {
      Said.expect(merge(HR, raised(one, ofSession(session)), second), 200, "MERGED");
    }

    Said.expect(merge(HR, second, first), 200, "MERGED");

    assertThat(read(COLLEAGUE, first).path("supporters").asInt()).as("39 and one").isEqualTo(40);
    assertThat(read(EMPLOYEE, first).path("supported").asBoolean()).isTrue();
    assertThat(tasks(HR)).containsExactly(first);
    assertThat(company.count("challenge where merged_into = '" + first + "'")).isEqualTo(39);
    assertThat(explain(PARTNER, first).statusCode()).as("challenged by one of them").isEqualTo(403);
    Said.expect(explain(HR, first), 200, "ANSWERED");
    Said.expect(followUp(crowd.get(20), first), 200, "FOLLOWED_UP");
    assertThat(told(second, 2).get(1).path("mergedInto").asText()).isEqualTo(first);
  }

  @Test
  void nothing_is_merged_into_itself_or_into_what_is_answered_or_gone() {
    String id = raised(EMPLOYEE, ofSession());
    String answered = raised(COLLEAGUE, ofSession());
    explain(HR, answered);

    for (String into : List.of(id, answered, UUID.randomUUID().toString())) {
      assertThat(merge(HR, id, into).statusCode()).isEqualTo(422);
    }
    assertThat(merge(HR, answered, id).statusCode()).isEqualTo(409);
    assertThat(merge(EMPLOYEE, id, answered).statusCode()).isEqualTo(403);
    assertThat(read(HR, id).path("state").asText()).isEqualTo("RAISED");
  }

  @Test
  void supporters_are_a_number_from_five_on_and_never_names() {
    List<Tokens> crowd = company.crowd("support", 5);
    String id = raised(EMPLOYEE, ofSession());
    String etag = etag(id);
    crowd.subList(0, 4).forEach(one -> support(one, id));
    support(crowd.get(0), id);
    assertThat(read(HR, id).has("supporters")).isFalse();
    assertThat(support(EMPLOYEE, id).statusCode()).isEqualTo(403);

    support(crowd.get(4), id);

    assertThat(read(COLLEAGUE, id).path("supporters").asInt()).isEqualTo(5);
    assertThat(etag(id)).as("tells nobody when").isEqualTo(etag);
    for (Tokens reader : List.of(EMPLOYEE, HR, LEAD)) {
      assertThat(read(reader, id).toString()).doesNotContain(id("CL-support0"));
    }
    assertThat(company.count("audit where actor = '" + id("CL-support0") + "'")).isZero();
    assertThat(actions(crowd.get(0), id)).containsExactly("withdrawChallengeSupport");
    as(crowd.get(0)).delete("/v1/challenges/" + id + "/support").then().statusCode(200);
    assertThat(read(HR, id).has("supporters")).isFalse();
  }

  @Test
  void ones_own_rating_is_appealed_against_and_not_challenged() {
    Response refused =
        raise(
            EMPLOYEE,
            Map.of("kind", "CONCERN", "text", "Too low", "practice", Map.of("kind", "OWN_RATING")));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("challenge-of-own-rating", "/v1/appeals");
  }

  @Test
  void five_of_one_person_wait_at_most() {
    Tokens one = company.crowd("eager", 1).get(0);
    String first = raised(one, ofSession());
    for (int i = 0; i < 4; i++) {
      raised(one, ofSession());
    }
    assertThat(raise(one, ofSession()).statusCode()).isEqualTo(409);

    assertThat(command(HR, first, "withdrawal", null).statusCode()).isEqualTo(403);
    Said.expect(command(one, first, "withdrawal", null), 200, "WITHDRAWN");
    raised(one, ofSession());
    assertThat(tasks(HR)).doesNotContain(first).hasSize(5);
    assertThat(read(COLLEAGUE, first).path("text").asText()).isEqualTo("It went too fast");
  }

  @Test
  void an_answer_after_twenty_working_days_is_late_and_escalates_to_the_hr_lead() {
    String id = raised(EMPLOYEE, ofSession());
    raised(EMPLOYEE, ofSession("CL-L1"));
    assertThat(tasks(LEAD)).isEmpty();
    clock.advance(Duration.ofDays(25));
    assertThat(read(COLLEAGUE, id).path("late").asBoolean()).isFalse();
    clock.advance(Duration.ofDays(12));
    runDue();

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(tasks(LEAD)).as("not what is about them").containsExactly(id));
    assertThat(read(COLLEAGUE, id).path("late").asBoolean()).isTrue();
    Said.expect(explain(HR, id), 200, "ANSWERED");
    assertThat(read(COLLEAGUE, id).path("late").asBoolean()).isTrue();
    assertThat(told(id, 2).get(1).path("late").asBoolean()).isTrue();
  }

  @Test
  void where_the_only_hr_lead_is_challenged_the_second_answer_passes_on_to_others_of_hr() {
    company.onlyServe("CL-H1", "CL-H2");
    String id = raised(EMPLOYEE, ofSession("CL-L1"));
    Said.expect(explain(HR, id), 200, "ANSWERED");
    Said.expect(followUp(EMPLOYEE, id), 200, "FOLLOWED_UP");
    assertThat(tasks(LEAD)).isEmpty();
    for (Tokens early : List.of(LEAD, PARTNER, HR)) {
      assertThat(explain(early, id).statusCode()).isEqualTo(403);
    }
    String etag = etag(id);

    lateAndHeardOf(id);

    assertThat(tasks(PARTNER)).containsExactly(id);
    assertThat(etag(id)).isEqualTo(etag);
    for (Tokens closed : List.of(LEAD, HR, MANAGER)) {
      assertThat(tasks(closed)).isEmpty();
      assertThat(explain(closed, id).statusCode()).isEqualTo(403);
    }
    Said.expect(explain(PARTNER, id), 200, "ANSWERED");
    assertThat(told(id, 3).get(2).path("late").asBoolean()).isTrue();
  }

  @Test
  void where_all_who_serve_as_hr_are_challenged_an_hr_lead_hears_of_it_at_once() {
    company.onlyServe("CL-H2", "CL-H3");

    String id = raised(EMPLOYEE, ofSession("CL-H2"));

    Awaitility.await().untilAsserted(() -> assertThat(tasks(LEAD)).containsExactly(id));
    assertThat(read(COLLEAGUE, id).path("late").asBoolean()).isFalse();
    Said.expect(explain(LEAD, id), 200, "ANSWERED");
  }

  @Test
  void where_the_hr_lead_is_challenged_with_all_of_hr_a_manager_answers_in_the_end() {
    company.onlyServe("CL-H2");
    String id = raised(EMPLOYEE, ofSession("CL-H2", "CL-L1"));
    assertThat(explain(MANAGER, id).statusCode()).isEqualTo(403);

    lateAndHeardOf(id);

    assertThat(tasks(MANAGER)).containsExactly(id);
    for (Tokens closed : List.of(LEAD, PARTNER, UNDER_PARTNER, EMPLOYEE, COLLEAGUE)) {
      assertThat(tasks(closed)).isEmpty();
      assertThat(explain(closed, id).statusCode()).isEqualTo(403);
    }
    assertThat(read(MANAGER, id).toString()).doesNotContain(id("CL-E1"), id("CL-H2"));
    Said.expect(explain(MANAGER, id), 200, "ANSWERED");
    assertThat(tasks(MANAGER)).isEmpty();
  }

  @Test
  void a_dotted_line_to_whom_it_is_about_closes_the_answer_too() {
    company.isLedByDottedLine("CL-H2", "CL-H1");
    String id = raised(EMPLOYEE, ofSession("CL-H2"));

    assertThat(explain(HR, id).statusCode()).isEqualTo(403);
    assertThat(tasks(HR)).isEmpty();
    assertThat(read(HR, id).has("author")).isFalse();
  }

  @Test
  void what_cannot_be_challenged_or_answered_so_changes_nothing() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).inConsultation();
    Map<String, Object> open = ofVersion(policy, "/criteria/0");
    Map<String, Object> both =
        Map.of(
            "kind",
            "CONCERN",
            "text",
            "x",
            "part",
            open.get("part"),
            "practice",
            ofSession().get("practice"));
    for (Map<String, Object> wrong :
        List.of(open, both, Map.<String, Object>of("kind", "CONCERN", "text", "x"))) {
      assertThat(raise(EMPLOYEE, wrong).statusCode()).isEqualTo(422);
    }
    Map<String, Object> nobody = Map.of("kind", "MILESTONE", "people", List.of(UUID.randomUUID()));
    assertThat(
            raise(EMPLOYEE, Map.of("kind", "CONCERN", "text", "x", "practice", nobody))
                .statusCode())
        .isEqualTo(422);
    String id = raised(EMPLOYEE, ofSession());
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("outcome", "ACCEPTED", "text", "Yes"),
            Map.of("outcome", "REFERRED", "text", "Elsewhere"),
            Map.of("outcome", "EXPLAINED", "text", "So", "becomes", policy.path()),
            Map.of("outcome", "ACCEPTED", "text", "Yes", "becomes", gone()))) {
      assertThat(command(HR, id, "answer", wrong).statusCode()).isEqualTo(422);
    }
    assertThat(read(HR, id).path("state").asText()).isEqualTo("RAISED");
    assertThat(read(HR, id).path("answers")).isEmpty();
  }

  private static String gone() {
    return "/v1/governance-reviews/" + UUID.randomUUID() + "/decisions/1";
  }

  /** As it stands in the list. */
  private static String listed(Tokens reader, String id) {
    for (JsonNode item : Said.by(as(reader).get("/v1/challenges?state=RAISED")).path("items")) {
      if (item.path("id").asText().equals(id)) {
        return item.toString();
      }
    }
    throw new AssertionError(id + " isn't listed");
  }

  private static String progress(String id) {
    return read(COLLEAGUE, id).at("/answers/0/progress").asText();
  }

  private static Response accept(String id, String becomes) {
    return command(
        HR, id, "answer", Map.of("outcome", "ACCEPTED", "text", "Yes", "becomes", becomes));
  }

  /** One that another can take the place of soon. */
  private PolicyUnderTest drafted() {
    return PolicyUnderTest.drafted(
        clock, PolicyUnderTest.content().put("noticeDays", 0).put("consultationDays", 0));
  }

  private PolicyUnderTest inForce(PolicyUnderTest drafted) {
    drafted.announced();
    clock.advance(Duration.ofDays(6));
    runDue();
    assertThat(drafted.state()).isEqualTo("EFFECTIVE");
    return drafted;
  }
}
