package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What past ratings would have been under a draft, before anybody signs it. */
@QuarkusTest
class ImpactReplayTest extends PastYearTest {

  @Test
  void review_service_is_asked_with_the_rules_of_the_draft_and_none_of_its_texts() {
    var policy = PolicyUnderTest.drafted(clock);
    UUID cycle = UUID.randomUUID();

    Replays.Asked asked = new Replays(policy).asked(cycle);

    EventSchemas.check(asked.request());
    JsonNode told = asked.told();
    assertThat(told.at("/rules/criteria/0/weight").asInt()).isEqualTo(60);
    assertThat(told.at("/rules/eligibility/leastDays").asInt()).isEqualTo(90);
    assertThat(told.at("/mapping/criteria/1/draft").isMissingNode()).isTrue();
    assertThat(asked.request().value()).doesNotContain("Working together", "Misses what");
  }

  @Test
  void it_runs_and_is_done_and_says_in_words_what_it_leaves_out() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    UUID cycle = UUID.randomUUID();
    Replays.Asked asked = replays.asked(cycle);
    assertThat(replays.read(asked.path()).path("state").asText()).isEqualTo("REQUESTED");

    asked.runs(30);
    replays.await(asked.path(), "RUNNING");
    assertThat(replays.read(asked.path()).path("progress").asInt()).isEqualTo(30);

    asked.done(cycle);
    replays.await(asked.path(), "DONE");
    JsonNode done = replays.read(asked.path());
    assertThat(done.at("/cycles/0/cells/1/people").asInt()).isEqualTo(10);
    assertThat(done.at("/cycles/0/favourable/before").asInt()).isEqualTo(10);
    assertThat(done.at("/cycles/0/leaving").asInt()).isEqualTo(15);
    assertThat(done.at("/cycles/0/notes/0/text").asText()).contains("sessions and appeals");
    assertThat(done.path("finishedAt").asText()).isNotBlank();
    assertThat(replays.read(policy.path() + "/impact-replays").path("items")).hasSize(1);
  }

  @Test
  void it_is_done_when_it_is_compared_by_group_too_and_says_until_then_what_it_waits_for() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    UUID cycle = UUID.randomUUID();
    Replays.Asked asked = replays.asked(cycle);

    asked.isCounted(cycle);
    replays.await(asked.path(), "RUNNING");
    JsonNode waits = replays.read(asked.path());
    assertThat(waits.path("progress").asInt()).isEqualTo(99);
    assertThat(waits.path("waitsFor").asText()).contains("by protected attribute");
    assertThat(waits.path("cycles")).isEmpty();

    asked.compared(cycle);
    replays.await(asked.path(), "DONE");
    assertThat(replays.read(asked.path()).path("waitsFor").isTextual()).isFalse();
  }

  @Test
  void what_comes_before_the_count_is_kept_and_what_comes_again_changes_nothing() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    UUID cycle = UUID.randomUUID();
    Replays.Asked asked = replays.asked(cycle);

    asked.compared(cycle);
    asked.compared(cycle);
    asked.isCounted(cycle);
    replays.await(asked.path(), "DONE");

    JsonNode done = read(Staff.APPROVER, asked.path());
    assertThat(done.at("/cycles/0/fairness/attributes")).hasSize(1);
  }

  @Test
  void who_reads_figures_by_protected_attribute_reads_them_of_a_replay_and_nobody_else() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    UUID cycle = UUID.randomUUID();
    Replays.Asked asked = replays.asked(cycle);
    asked.done(cycle);
    replays.await(asked.path(), "DONE");
    policy.inConsultation();

    JsonNode groups = read(Staff.APPROVER, asked.path()).at("/cycles/0/fairness/attributes/0");
    assertThat(groups.at("/groups/0/before/impactRatioInterval/low").asDouble()).isEqualTo(0.7);
    assertThat(groups.at("/groups/0/after/cliffsDelta").asDouble()).isEqualTo(-0.08);
    assertThat(groups.at("/groups/0/reference").asText()).isEqualTo("Male");
    assertThat(groups.at("/groups/2/note").asText()).startsWith("Hidden");
    assertThat(read(Staff.AUDITOR, asked.path()).toString()).contains("Female");
    for (var other : List.of(Staff.HR, Staff.MANAGER)) {
      JsonNode read = read(other, asked.path());
      assertThat(read.at("/cycles/0/cells/0/people").asInt()).isEqualTo(45);
      assertThat(read.toString()).doesNotContain("Female", "impactRatio");
    }
  }

  @Test
  void what_is_never_told_by_group_fails_after_two_days_and_can_be_asked_for_again() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    UUID cycle = UUID.randomUUID();
    Replays.Asked asked = replays.asked(cycle);
    asked.isCounted(cycle);
    replays.await(asked.path(), "RUNNING");

    clock.advance(Duration.ofDays(2).plusMinutes(1));
    runDue();

    JsonNode done = read(Staff.APPROVER, asked.path());
    assertThat(done.path("state").asText()).isEqualTo("FAILED");
    assertThat(done.at("/cycles/0/fairness/refusal/text").asText()).contains("in time");
    for (int again = 0; again < 3; again++) {
      replays.ask(Replays.question(UUID.randomUUID())).then().statusCode(201);
    }
  }

  private static JsonNode read(Tokens reader, String path) {
    return Said.by(PolicyUnderTest.as(reader).get(path));
  }

  @Test
  void another_rule_makes_it_stale_for_good_and_another_text_doesnt() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    UUID cycle = UUID.randomUUID();
    Replays.Asked done = replays.asked(cycle);
    done.done(cycle);
    replays.await(done.path(), "DONE");
    UUID other = UUID.randomUUID();
    Replays.Asked running = replays.asked(other);

    policy.edit("{\"noticeDays\": 31}").then().statusCode(200);
    assertThat(replays.read(done.path()).path("state").asText()).isEqualTo("DONE");

    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    assertThat(replays.read(done.path()).path("state").asText()).isEqualTo("STALE");
    assertThat(replays.read(running.path()).path("state").asText()).isEqualTo("STALE");

    assertThat(running.staled()).isEqualTo("{\"replayId\":\"%s\"}", running.request().key());
    assertThat(done.wasStaled()).isFalse();

    // What comes late is of rules that nobody proposes any more.
    running.done(other);
    Replays.Asked last = replays.asked(UUID.randomUUID());
    last.runs(10);
    replays.await(last.path(), "RUNNING");
    assertThat(replays.read(running.path()).path("state").asText()).isEqualTo("STALE");
    assertThat(replays.read(running.path()).path("cycles")).isEmpty();
  }

  @Test
  void a_draft_is_replayed_three_times_and_what_failed_doesnt_count() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    UUID cycle = UUID.randomUUID();
    Replays.Asked failed = replays.asked(cycle);
    failed.failed(cycle);
    replays.await(failed.path(), "FAILED");
    assertThat(replays.read(failed.path()).at("/cycles/0/refusal/text").asText())
        .contains("three years");

    for (int asked = 0; asked < 3; asked++) {
      replays.ask(Replays.question(UUID.randomUUID())).then().statusCode(201);
    }

    replays
        .ask(Replays.question(UUID.randomUUID()))
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/too-many-replays"));
  }

  @Test
  void what_cant_be_asked_like_this_is_refused_with_its_place() {
    var policy = PolicyUnderTest.drafted(clock);
    var replays = new Replays(policy);
    var open = new Neighbours(clock.instant()).pins(policy.id(), 1);
    open.tell();
    var elsewhere =
        new Neighbours(clock.instant())
            .closes(UUID.randomUUID().toString(), 1, policy.today().minusDays(9));
    elsewhere.tell();
    awaitKnown(open.id());
    awaitKnown(elsewhere.id());

    var refused =
        replays.ask(
            """
            {"cycleIds": ["%s", "%s"], "levels": [2, 1, 4],
             "criteria": [{"past": "delivery", "draft": "nowhere"}]}
            """
                .formatted(open.id(), elsewhere.id()));

    refused.then().statusCode(422);
    assertThat(Said.by(refused).path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/criteria",
            "/criteria/0/draft",
            "/levels/1",
            "/levels/2",
            "/cycleIds/0",
            "/cycleIds/1");
    assertThat(replays.read(policy.path() + "/impact-replays").path("items")).isEmpty();
  }

  @Test
  void a_manager_reads_it_of_what_they_may_see_and_asks_for_none() {
    var policy = PolicyUnderTest.drafted(clock);
    Replays.Asked asked = new Replays(policy).asked(UUID.randomUUID());

    PolicyUnderTest.as(Staff.MANAGER).get(asked.path()).then().statusCode(404);
    PolicyUnderTest.as(Staff.MANAGER).get(policy.path() + "/impact-replays").then().statusCode(404);
    policy.inConsultation();
    PolicyUnderTest.as(Staff.MANAGER).get(asked.path()).then().statusCode(200);
    PolicyUnderTest.as(Staff.HR).get(policy.path() + "/impact-replays/7").then().statusCode(404);
  }

  @Test
  void nobody_signs_other_rules_before_a_closed_cycle_was_replayed() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    policy.inConsultation();
    clock.advance(Duration.ofDays(3));
    policy
        .openSignOff()
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/replay-missing"));

    var replays = new Replays(policy);
    Replays.Asked asked = replays.asked(cycle);
    policy.openSignOff().then().statusCode(409);
    asked.done(cycle);
    replays.await(asked.path(), "DONE");
    policy.openSignOff().then().statusCode(200);
    replays
        .ask(Replays.question(cycle))
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/transition-refused"));

    signAndAnnounce(policy);
    JsonNode impact = Said.by(policy.read(Staff.HR)).at("/announcement/impact");
    assertThat(impact.at("/replays/0/cycles/0/cells/0/people").asInt()).isEqualTo(45);
    assertThat(impact.at("/replays/0/levels")).hasSize(3);
    assertThat(impact.at("/replays/0/finishedAt").asText())
        .isEqualTo(replays.read(asked.path()).path("finishedAt").asText())
        .isNotBlank();
    assertThat(impact.path("waived").isMissingNode() || impact.path("waived").isNull()).isTrue();
    announcedByGroup(policy);
  }

  /** Everybody reads the announcement, and of groups whoever reads such figures of a cycle. */
  private static void announcedByGroup(PolicyUnderTest policy) {
    for (var reader : List.of(Staff.APPROVER, Staff.AUDITOR)) {
      assertThat(policy.read(reader).asString()).contains("Female");
    }
    for (var reader : List.of(Staff.HR, Staff.MANAGER, Staff.EMPLOYEE)) {
      String read = policy.read(reader).asString();
      assertThat(read).contains("\"replays\"").doesNotContain("Female", "impactRatio");
    }
  }

  @Test
  void what_replays_nothing_of_the_new_weights_opens_no_sign_off() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    policy.inConsultation();
    clock.advance(Duration.ofDays(3));
    var replays = new Replays(policy);

    Replays.Asked imported = replays.asked(UUID.randomUUID());
    imported.importedDone(UUID.randomUUID());
    replays.await(imported.path(), "DONE");
    policy.openSignOff().then().statusCode(409);

    Replays.Asked unweighed = replays.asked(cycle);
    unweighed.doneWithoutWeights(cycle);
    replays.await(unweighed.path(), "DONE");
    assertThat(replays.read(unweighed.path()).at("/cycles/0/notes/0/text").asText())
        .contains("The weights are not replayed");
    policy.openSignOff().then().statusCode(409);
  }

  @Test
  void an_imported_cycle_shows_another_scale_to_who_signs() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit("{\"scale\": {\"favourableFrom\": 2}}").then().statusCode(200);
    policy.inConsultation();
    clock.advance(Duration.ofDays(3));
    policy.openSignOff().then().statusCode(409);
    var replays = new Replays(policy);

    Replays.Asked imported = replays.asked(UUID.randomUUID());
    imported.importedDone(UUID.randomUUID());
    replays.await(imported.path(), "DONE");

    policy.openSignOff().then().statusCode(200);
  }

  @Test
  void what_a_criterion_of_both_stands_for_is_said_and_be_it_nothing() {
    PolicyUnderTest policy = inForceWithAClosedCycle();

    var silent =
        new Replays(policy)
            .ask(
                """
                {"cycleIds": ["%s"], "levels": [1, 2, 3],
                 "criteria": [{"past": "delivery"}]}
                """
                    .formatted(cycle));

    silent.then().statusCode(422);
    assertThat(Said.by(silent).at("/errors/0/pointer").asText()).isEqualTo("/criteria");
    assertThat(Said.by(silent).at("/errors/0/detail").asText()).contains("together");
    assertThat(Said.by(silent).path("errors")).hasSize(1);
  }

  @Test
  void a_waiver_lets_people_sign_and_the_announcement_prints_it() {
    PolicyUnderTest policy = inForceWithAClosedCycle();
    policy.edit(OTHER_WEIGHTS).then().statusCode(200);
    waive(policy, "It goes with the next edit");
    policy
        .edit("{\"evidence\": {\"observationsOffMiddle\": 3}}")
        .then()
        .statusCode(200)
        .body("replayWaiver", equalTo(null));
    policy.inConsultation();
    clock.advance(Duration.ofDays(3));
    policy.openSignOff().then().statusCode(409);

    waive(policy, "The only closed cycle was a trial");
    policy.openSignOff().then().statusCode(200);
    signAndAnnounce(policy);

    assertThat(Said.text(policy.read(Staff.HR), "/announcement/impact/waived"))
        .isEqualTo("The only closed cycle was a trial");
    runDue();
    policy
        .command(Staff.HR, "impact-replay-waiver", Map.of("reason", "Late"))
        .then()
        .statusCode(409);
  }

  @Test
  void without_other_rules_or_a_cycle_of_the_last_three_years_nothing_is_needed() {
    PolicyUnderTest same = inForceWithAClosedCycle();
    same.inConsultation();
    clock.advance(Duration.ofDays(3));
    same.openSignOff().then().statusCode(200);

    PolicyUnderTest old = inForce();
    closed(old, 3 * 365 + 10);
    old.edit(OTHER_WEIGHTS).then().statusCode(200);
    old.inConsultation();
    clock.advance(Duration.ofDays(3));
    old.openSignOff().then().statusCode(200);
  }

  @Test
  void a_cycle_that_was_closed_before_the_upgrade_is_read_anew() {
    inForceWithAClosedCycle();
    execute("update pinned_version set closed = false, period_end = null");

    execute(migration("V20261201061000__cycles_closed_before.sql"));
    new Neighbours(clock.instant()).pins(UUID.randomUUID().toString(), 1).tell();

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> isThere("closed and period_end is not null and cycle_id = ?", cycle));
  }

  private static String migration(String name) {
    try (var script = ImpactReplayTest.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
