package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.Test;

/** Nobody signs before people can know what the rules would have changed, whoever was bound. */
@QuarkusTest
class ReplayGateTest extends PastYearTest {

  @Test
  void another_scale_waits_for_an_imported_year_where_there_is_no_other() {
    UUID year = imported();
    try {
      PolicyUnderTest weighed = inForce();
      weighed.edit(OTHER_WEIGHTS).then().statusCode(200);
      heard(weighed);
      weighed.openSignOff().then().statusCode(200);

      PolicyUnderTest scaled = inForce();
      scaled.edit("{\"scale\": {\"favourableFrom\": 2}}").then().statusCode(200);
      heard(scaled);
      refused(scaled.openSignOff(), "replay-missing");

      var replays = new Replays(scaled);
      Replays.Asked asked = replays.asked(year);
      asked.importedDone(year);
      replays.await(asked.path(), "DONE");
      scaled.openSignOff().then().statusCode(200);
    } finally {
      execute("delete from past_cycle");
    }
  }

  @Test
  void a_new_policy_is_compared_with_the_one_that_bound_its_people_before() {
    ObjectNode content = quick();
    PolicyUnderTest earlier = inForce(content);
    closed(earlier, 30);
    earlier.ended().then().statusCode(200);

    content.setAll((ObjectNode) Contents.parse(OTHER_WEIGHTS));
    PolicyUnderTest later = PolicyUnderTest.drafted(clock, content);
    heard(later);
    refused(later.openSignOff(), "replay-missing");

    var replays = new Replays(later);
    var silent =
        replays.ask(
            """
            {"cycleIds": ["%s"], "levels": [1, 2, 3], "criteria": [{"past": "delivery"}]}
            """
                .formatted(cycle));
    assertThat(Said.by(silent).at("/errors/0/detail").asText()).contains("together");
    Replays.Asked asked = replays.asked(cycle);
    assertThat(asked.told().at("/alsoOf/0").asText()).isEqualTo(earlier.id());
    asked.done(cycle);
    replays.await(asked.path(), "DONE");
    later.openSignOff().then().statusCode(200);
  }

  @Test
  void whom_a_policy_takes_in_it_is_compared_with_what_bound_them_before() {
    ObjectNode content = quick();
    content.setAll((ObjectNode) Contents.parse(OTHER_WEIGHTS));
    PolicyUnderTest others = inForce(content);
    closed(others, 30);
    UUID ofOthers = cycle;
    others.ended().then().statusCode(200);
    PolicyUnderTest own = inForceWithAClosedCycle();
    var scope = (ObjectNode) Said.by(own.read(Staff.HR)).at("/content/scope");
    scope.withArray("legalEntities").add(content.at("/scope/legalEntities/0"));
    waive(own, "No rule is another one");
    own.edit(new ObjectNode(Contents.JSON.getNodeFactory()).set("scope", scope).toString())
        .then()
        .statusCode(200)
        .body("replayWaiver", equalTo(null));
    heard(own);
    refused(own.openSignOff(), "replay-missing");

    var replays = new Replays(own);
    Replays.Asked ofOwn = replays.asked(cycle);
    ofOwn.done(cycle);
    replays.await(ofOwn.path(), "DONE");
    refused(own.openSignOff(), "replay-missing");

    Replays.Asked ofTheirs = replays.asked(ofOthers);
    ofTheirs.done(ofOthers);
    replays.await(ofTheirs.path(), "DONE");
    own.openSignOff().then().statusCode(200);
  }

  @Test
  void nobody_signs_or_announces_while_a_replay_with_the_rules_isnt_over() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    heard(policy);
    var replays = new Replays(policy);
    Replays.Asked first = replays.asked(cycle);
    first.done(cycle);
    replays.await(first.path(), "DONE");
    UUID other = UUID.randomUUID();
    Replays.Asked second = replays.asked(other);
    second.runs(10);
    replays.await(second.path(), "RUNNING");

    assertThat(actions(policy.read(Staff.HR))).doesNotContain("openSignOff");
    refused(policy.openSignOff(), "replay-running");
    second.done(other);
    replays.await(second.path(), "DONE");
    assertThat(actions(policy.read(Staff.HR))).contains("openSignOff");
    policy.openSignOff().then().statusCode(200);

    // As one that was asked for before sign-offs waited for it.
    String running = "update impact_replay set state = '%s' where id = '" + second.request().key();
    execute(running.formatted("RUNNING") + "'");
    for (Tokens signer : List.of(Staff.MANAGER, Staff.SECOND_MANAGER, Staff.APPROVER)) {
      policy.sign(signer).then().statusCode(200);
    }
    refused(policy.announce(policy.today()), "replay-running");
    execute(running.formatted("DONE") + "'");
    policy.announce(policy.today()).then().statusCode(200);
    assertThat(Said.by(policy.read(Staff.HR)).at("/announcement/impact/replays")).hasSize(2);
  }

  @Test
  void one_of_which_nothing_is_heard_for_a_week_is_given_up() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    heard(policy);
    var replays = new Replays(policy);
    Replays.Asked lost = replays.asked(cycle);
    clock.advance(Duration.ofDays(6));
    refused(policy.openSignOff(), "replay-running");
    clock.advance(Duration.ofDays(2));

    refused(policy.openSignOff(), "replay-missing");
    waive(policy, "Nobody answers");

    JsonNode given = replays.read(lost.path());
    assertThat(given.path("state").asText()).isEqualTo("FAILED");
    assertThat(given.at("/cycles/0/refusal/text").asText()).contains("Ask again");
    policy.openSignOff().then().statusCode(200);
  }

  @Test
  void actions_offer_nothing_that_would_be_refused() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    var replays = new Replays(policy);
    Response first = replays.ask(Replays.question(UUID.randomUUID()));
    assertThat(actions(first)).containsExactly("requestImpactReplay", "waiveImpactReplay");
    replays.asked(UUID.randomUUID());
    Replays.Asked last = replays.asked(cycle);

    assertThat(actions(policy.read(Staff.HR)))
        .contains("waiveImpactReplay")
        .doesNotContain("requestImpactReplay");
    last.done(cycle);
    replays.await(last.path(), "DONE");

    assertThat(actions(policy.read(Staff.HR))).doesNotContain("waiveImpactReplay");
    JsonNode list = replays.read(policy.path() + "/impact-replays");
    assertThat(list.at("/items/2/actions").isEmpty()).isTrue();
    refused(
        policy.command(Staff.HR, "impact-replay-waiver", Map.of("reason", "It displeases")),
        "replay-done");
  }

  /** Else two edits would take away what displeases. */
  @Test
  void what_a_replay_has_told_holds_after_an_edit_and_back() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    var replays = new Replays(policy);
    Replays.Asked asked = replays.asked(cycle);
    asked.done(cycle);
    replays.await(asked.path(), "DONE");

    policy.edit(OTHER_WEIGHTS.replace("30", "31").replace("70", "69")).then().statusCode(200);
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);

    assertThat(replays.read(asked.path()).path("state").asText()).isEqualTo("STALE");
    refused(
        policy.command(Staff.HR, "impact-replay-waiver", Map.of("reason", "It displeases")),
        "replay-done");
    heard(policy);
    policy.openSignOff().then().statusCode(200);
    signAndAnnounce(policy);
    assertThat(Said.by(policy.read(Staff.HR)).at("/announcement/impact/replays")).hasSize(1);
  }

  /** It would leave out the one thing that says whether a group loses. */
  @Test
  void one_that_cannot_tell_by_group_opens_no_sign_off_without_a_reason() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    heard(policy);
    var replays = new Replays(policy);
    Replays.Asked folded = replays.asked(cycle);
    folded.isCounted(cycle);
    folded.folded(cycle);
    replays.await(folded.path(), "DONE");
    refused(policy.openSignOff(), "replay-missing");
    Replays.Asked early = replays.asked(cycle);
    early.isCounted(cycle);
    early.hasOpenAppeals(cycle);
    replays.await(early.path(), "DONE");
    refused(policy.openSignOff(), "replay-missing");

    waive(policy, "Too few people change for more");
    policy.openSignOff().then().statusCode(200);
    signAndAnnounce(policy);
    JsonNode impact = Said.by(policy.read(Staff.HR)).at("/announcement/impact");
    assertThat(impact.path("replays")).hasSize(2);
    assertThat(impact.path("waived").asText()).startsWith("Too few");
  }

  /** It would come to be done among the signatures. */
  @Test
  void one_that_is_counted_late_and_not_compared_is_given_up_after_a_week_too() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    heard(policy);
    var replays = new Replays(policy);
    Replays.Asked late = replays.asked(cycle);
    clock.advance(Duration.ofDays(6));
    late.isCounted(cycle);
    replays.await(late.path(), "RUNNING");
    clock.advance(Duration.ofHours(36));
    refused(policy.openSignOff(), "replay-missing");

    waive(policy, "Nobody answers");

    assertThat(replays.read(late.path()).path("state").asText()).isEqualTo("FAILED");
    late.compared(cycle);
    UUID other = UUID.randomUUID();
    Replays.Asked next = replays.asked(other);
    next.done(other);
    replays.await(next.path(), "DONE");
    assertThat(replays.read(late.path()).path("state").asText()).isEqualTo("FAILED");
  }

  /** A year that another system has sent. */
  private UUID imported() {
    UUID year = UUID.randomUUID();
    Events.ofTest()
        .publish(
            "evenhand.internal.past-cycles",
            "org.evenhand.past-cycle.recorded.v1",
            "/review-service",
            year.toString(),
            1,
            """
            {"cycleId": "%s", "periodEnd": "%s"}
            """
                .formatted(year, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> isThere("past_cycle", "cycle_id = ?", year));
    return year;
  }

  private static List<String> actions(Response of) {
    return StreamSupport.stream(Said.by(of).path("actions").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
