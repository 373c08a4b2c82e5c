package org.evenhand.review.replay.work;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Death;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.Test;

/** Past ratings under a draft, as policy-service asks for them and hears of them. */
@QuarkusTest
class ImpactReplayTest {

  private static final String RESULTS = "evenhand.internal.impact-replay-results";
  private static final String OUTCOMES = "evenhand.internal.impact-replay-outcomes";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static PastYear shared;

  /** One for all that only look at it. */
  private static PastYear year() {
    if (shared == null) {
      shared = PastYear.closed();
    }
    return shared;
  }

  @Test
  void anUnchangedPolicyChangesNothingToTheLastRating() {
    JsonNode cycle = only(year().replayed(year().rules(60, 40, 2, 90)));

    assertEquals("LIVE", cycle.path("origin").asText());
    assertEquals(List.of("2-2: 10", "4-4: 15"), people(cycle));
    assertEquals(15, cycle.at("/favourable/before").asInt());
    assertEquals(15, cycle.at("/favourable/after").asInt());
    assertEquals(0, cycle.path("refused").asInt());
    assertEquals(0, cycle.path("leaving").asInt());
    assertEquals(0, cycle.path("entering").asInt());
    assertEquals("[\"CALIBRATION_LEFT_OUT\",\"COARSE\"]", cycle.path("notes").toString());
  }

  @Test
  void aKnownChangeComesOutAsItIsKnown() {
    // Together alone counts: of the fours, those of five and three are threes. Three observations
    // are asked for where two were made, and contractors enter.
    JsonNode cycle =
        only(
            year()
                .replayed(
                    """
                    {"levels": 5, "favourableFrom": 4, "overall": "WEIGHTED",
                     "criteria": [{"key": "delivery", "weight": 0},
                                  {"key": "together", "weight": 100}],
                     "evidence": {"observationsOffMiddle": 3},
                     "eligibility": {"workerTypes": ["EMPLOYEE", "CONTRACTOR"], "leastDays": 90}}
                    """));

    assertEquals(List.of("2-2: 10", "4-3: 15"), people(cycle));
    assertEquals(0, cycle.at("/favourable/after").asInt());
    assertEquals(25, cycle.path("refused").asInt());
    assertEquals(5, cycle.path("entering").asInt());
    assertTrue(cycle.path("notes").toString().contains("ELIGIBILITY_BY_PRESENT_DATA"));
  }

  @Test
  void nobodyIsCountedTwiceWhereverItDiesAndHoweverOftenItIsAskedFor() {
    UUID replay = UUID.randomUUID();
    String ofReplay = "new.replay_id = '" + replay + "'";

    try (Death counts = Death.at("replayed_outcome", 3, ofReplay);
        Death position = Death.at("replayed_cycle", 4, ofReplay)) {
      year().ask(replay, year().rules(60, 40, 2, 90), year().cycle(), 1);
      year().ask(replay, year().rules(0, 100, 0, 0), year().cycle(), 2);
      JsonNode cycle = only(last(replay));
      assertTrue(counts.happened() && position.happened());
      assertEquals(List.of("2-2: 10", "4-4: 15"), people(cycle));
    }
    assertEquals(1, Tables.count("impact_replay where id = '" + replay + "'"));
    assertEquals(25, passedOn(replay).size());
  }

  @Test
  void whatIsToldOfTheBlockOfEachReviewIsPassedOnAndNothingElse() {
    UUID replay = UUID.randomUUID();
    year().ask(replay, year().rules(0, 100, 2, 90), year().cycle(), 1);
    last(replay);

    Map<UUID, Integer> levels = passedOn(replay);

    assertEquals(25, levels.size());
    assertEquals(15, levels.values().stream().filter(level -> level == 3).count());
    levels.forEach(
        (review, level) ->
            assertEquals(
                level == 3 ? "4" : "2",
                Tables.text(
                    "submission #>> '{overall,ordinal}' from review where id = '" + review + "'")));
    for (ConsumerRecord<String, String> told : parts(replay)) {
      assertTrue(year().people().stream().noneMatch(told.value()::contains));
    }
  }

  @Test
  void ofAnImportedYearTheMappingIsPassedOnAndOfOneThatIsRefusedNothing() {
    UUID imported = UUID.randomUUID();
    UUID unknown = UUID.randomUUID();
    year().ask(unknown, year().rules(60, 40, 2, 90), UUID.randomUUID().toString(), 1);
    year().ask(imported, year().rules(60, 40, 2, 90), year().imported(), 1);
    last(unknown);
    last(imported);

    assertEquals(Map.of(), passedOn(imported));
    assertEquals(1, parts(imported).size());
    assertEquals(List.of(), parts(unknown));
  }

  /** All parts have come, each once. */
  private static Map<UUID, Integer> passedOn(UUID replay) {
    Map<UUID, Integer> levels = new HashMap<>();
    Set<Integer> numbers = new TreeSet<>();
    int expected = 0;
    Events.ofTest()
        .await(
            OUTCOMES,
            1,
            told -> told.value().contains(replay.toString()) && told.value().contains("\"parts\""));
    for (ConsumerRecord<String, String> told : parts(replay)) {
      EventSchemas.check(told);
      JsonNode part = json(told);
      assertTrue(numbers.add(part.path("part").asInt()));
      expected = Math.max(expected, part.path("parts").asInt());
      part.path("outcomes")
          .forEach(
              one ->
                  levels.put(
                      UUID.fromString(one.path("reviewId").asText()), one.path("level").asInt()));
    }
    assertEquals(expected, numbers.size());
    return levels;
  }

  private static List<ConsumerRecord<String, String>> parts(UUID replay) {
    return Events.ofTest().all(OUTCOMES).stream()
        .filter(told -> told.value().contains(replay.toString()))
        .toList();
  }

  @Test
  void nothingOfOnePersonIsKeptToldOrRecorded() {
    UUID replay = UUID.randomUUID();
    PastYear year = year();
    long audited = Tables.count("audit");
    year.ask(replay, year.rules(55, 45, 2, 90), year.cycle(), 1);
    last(replay);

    assertEquals(
        0,
        Tables.count("replayed_outcome where people is not null and replay_id = '" + replay + "'"));
    assertEquals(audited, Tables.count("audit"));
    Set<String> people = year.people();
    for (ConsumerRecord<String, String> told : told(replay)) {
      EventSchemas.check(told);
      assertTrue(people.stream().noneMatch(told.value()::contains));
    }
  }

  @Test
  void ofAnImportedYearOnlyTheScaleIsReplayed() {
    PastYear year = year();
    JsonNode cycle = only(year.replayed(year.rules(0, 100, 2, 90), year.imported()));

    assertEquals("HISTORY", cycle.path("origin").asText());
    assertEquals(List.of("3-3: 10", "5-5: 10"), people(cycle));
    assertEquals("[\"COARSE\",\"SCALE_ALONE\"]", cycle.path("notes").toString());
  }

  @Test
  void somebodyWithTwoReviewsOrRatingsOfACycleIsOnePerson() {
    PastYear year = year();
    String rules = year.rules(60, 40, 2, 90);
    year.fourPeopleTwice();

    JsonNode reviewed = only(year.replayed(rules));
    JsonNode imported = only(year.replayed(rules, year.imported()));
    year.eachPersonOnce();

    assertEquals(List.of("2-2: 10", "4-4: 15"), people(reviewed));
    assertEquals(List.of("3-3: 10", "5-5: 10"), people(imported));
  }

  @Test
  void itSaysWhyACycleCantBeReplayed() {
    PastYear year = year();
    String rules = year.rules(60, 40, 2, 90);
    Company company = Company.of(1);
    Policy policy = Policy.inEffect();
    String open = LiveCycle.open(company, policy).id();

    assertEquals("UNKNOWN", refusal(year.failed(rules, UUID.randomUUID().toString())));
    assertEquals("OTHER_POLICY", refusal(year.failed(rules, open)));
    assertEquals("NOT_CLOSED", refusal(year.failed(policy.id(), rules, open)));
    assertEquals(
        "OTHER_SCALE",
        refusal(
            year.failed(
                rules.replace("\"levels\": 5", "\"levels\": 4"), year.cycle(), "[1, 2, 3, 4]")));
    Tables.execute("update cycle set state = 'CLOSED' where id = '" + open + "'");
    assertEquals("TOO_FEW", refusal(year.failed(policy.id(), rules, open)));
    Tables.execute(
        "update cycle set plan = jsonb_set(plan, '{periodEnd}', '\"2020-12-31\"') where id = '"
            + open
            + "'");
    assertEquals("TOO_OLD", refusal(year.failed(policy.id(), rules, open)));
  }

  @Test
  void aNewPolicyLooksAtTheYearsOfTheOneThatBoundItsPeopleBefore() {
    PastYear year = year();
    UUID replay = UUID.randomUUID();
    UUID other = UUID.randomUUID();

    year.askOf(other, replay, year.rules(60, 40, 2, 90));

    assertEquals(List.of("2-2: 10", "4-4: 15"), people(only(last(replay))));
    assertEquals(
        "OTHER_POLICY", refusal(year.failed(other, year.rules(60, 40, 2, 90), year.cycle())));
  }

  @Test
  void nobodyEntersTwiceWhereItDiesAmongThoseWithoutAReview() {
    UUID replay = UUID.randomUUID();
    String ofReplay = "new.replay_id = '" + replay + "'";
    String rules =
        year().rules(60, 40, 2, 90).replace("[\"EMPLOYEE\"]", "[\"EMPLOYEE\", \"CONTRACTOR\"]");

    try (Death counts = Death.at("replayed_outcome", 1, ofReplay + " and new.outcome = 'in'");
        Death position =
            Death.at("replayed_cycle", 2, ofReplay + " and new.stage = 'POPULATION'")) {
      year().ask(replay, rules, year().cycle(), 1);
      JsonNode cycle = only(last(replay));
      assertTrue(counts.happened() && position.happened());
      assertEquals(5, cycle.path("entering").asInt());
    }
  }

  @Test
  void whatIsAtWorkIsEndedBeforeWhatCameSinceWithASmallerId() {
    PastYear year = year();
    UUID first = new UUID(2, System.nanoTime());
    UUID cuttingIn = new UUID(1, System.nanoTime());
    UUID last = new UUID(-1, System.nanoTime());

    year.stands(first, year.rules(49, 51, 2, 90), "REVIEWS");
    year.stands(cuttingIn, year.rules(50, 50, 2, 90), "WAITING");
    year.ask(last, year.rules(60, 40, 2, 90), year.cycle(), 1);
    last(last);

    assertTrue(year.turn(first) < year.turn(cuttingIn));
    assertTrue(year.turn(cuttingIn) < year.turn(last));
  }

  @Test
  void whatFailsAgainAndAgainIsGivenUpAndNobodyWaitsForIt() {
    UUID replay = UUID.randomUUID();
    try (Fault fault = Fault.of(replay)) {
      year().ask(replay, year().rules(60, 40, 2, 90), year().cycle(), 1);
      await().until(fault::happened);
      fault.happens(ReplayTask.MOST_FAILURES);

      JsonNode told = last(replay);
      assertEquals("FAILED", told.path("state").asText());
      assertEquals("FAILED", refusal(told));
    }
    assertEquals(List.of("2-2: 10", "4-4: 15"), people(unchanged()));
  }

  @Test
  void ofAStaleOneNothingIsCountedAnyMore() {
    UUID replay = UUID.randomUUID();
    try (Fault fault = Fault.of(replay)) {
      year().ask(replay, year().rules(60, 40, 2, 90), year().cycle(), 1);
      await().until(fault::happened);

      year().staled(replay);

      assertEquals(List.of("2-2: 10", "4-4: 15"), people(unchanged()));
    }
    String ofReplay = "where replay_id = '" + replay + "'";
    assertEquals("REFUSED", Tables.text("stage from replayed_cycle " + ofReplay));
    assertEquals(0, Tables.count("replayed_outcome " + ofReplay));
    assertFalse(told(replay).stream().anyMatch(told -> told.value().contains("FAILED")));
  }

  @Test
  void draftsOfAnotherPolicyTakeNobodysTurns() {
    PastYear year = year();
    UUID other = UUID.randomUUID();
    String rules = year.rules(60, 40, 2, 90);
    year.replayedForOthers(other, 30);

    assertEquals("HISTORY", only(year.replayed(rules, year.imported())).path("origin").asText());
    assertEquals("TOO_OFTEN", refusal(year.failed(other, rules, year.imported())));
  }

  private static JsonNode unchanged() {
    return only(year().replayed(year().rules(60, 40, 2, 90)));
  }

  @Test
  void tellsThatItRunsBeforeItIsDone() {
    UUID replay = UUID.randomUUID();
    year().ask(replay, year().rules(60, 40, 2, 90), year().cycle(), 1);
    last(replay);

    List<JsonNode> told = told(replay).stream().map(ImpactReplayTest::json).toList();
    assertEquals("RUNNING", told.get(0).path("state").asText());
    assertEquals(0, told.get(0).path("cycles").size());
    assertEquals(100, told.get(told.size() - 1).path("progress").asInt());
    assertFalse(told.stream().skip(1).anyMatch(each -> each.path("progress").asInt() == 0));
  }

  private static String refusal(JsonNode failed) {
    return only(failed).path("refusal").asText();
  }

  private static JsonNode only(JsonNode told) {
    assertEquals(1, told.path("cycles").size(), told.toString());
    return told.path("cycles").get(0);
  }

  /** The cells that aren't empty. */
  private static List<String> people(JsonNode cycle) {
    List<String> people = new ArrayList<>();
    cycle
        .path("cells")
        .forEach(
            cell -> {
              if (cell.path("people").asInt() > 0) {
                people.add(
                    "%d-%d: %d"
                        .formatted(
                            cell.path("before").asInt(),
                            cell.path("after").asInt(),
                            cell.path("people").asInt()));
              }
            });
    return people;
  }

  static JsonNode last(UUID replay) {
    Predicate<ConsumerRecord<String, String>> over =
        told -> told.key().equals(replay.toString()) && !told.value().contains("\"RUNNING\"");
    return json(Events.ofTest().await(RESULTS, 1, over).get(0));
  }

  private static List<ConsumerRecord<String, String>> told(UUID replay) {
    return Events.ofTest().all(RESULTS).stream()
        .filter(told -> told.key().equals(replay.toString()))
        .toList();
  }

  private static JsonNode json(ConsumerRecord<String, String> told) {
    try {
      return JSON.readTree(told.value());
    } catch (IOException e) {
      throw new AssertionError(told.value(), e);
    }
  }
}
