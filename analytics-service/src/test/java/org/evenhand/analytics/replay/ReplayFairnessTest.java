package org.evenhand.analytics.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Batches;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of sixty people on three levels, twenty on each, as many Left as Right. Four have a hat of their
 * own.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayFairnessTest {

  private static final String SIDE = "replayedSide";
  private static final String HAT = "replayedHat";
  private static final int PEOPLE = 60;
  private static final List<Integer> SAME = List.of(1, 2, 3, 4, 5);

  @Inject Batches batches;
  @Inject ReplayConsumer consumer;

  @BeforeAll
  void people_have_declared() {
    Api.connect();
    define(SIDE, List.of("Left", "Right"));
    define(HAT, List.of("Bowler", "Cap", "Crown"));
    List<Sent> people = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (int one = 0; one < PEOPLE; one++) {
      people.add(Company.employee(id(one), Map.of()));
      csv.append("%s,%s,%s\n".formatted(id(one), SIDE, one % 2 == 0 ? "Left" : "Right"));
      String hat = one < 4 ? "Crown" : one % 2 == 0 ? "Bowler" : "Cap";
      csv.append("%s,%s,%s\n".formatted(id(one), HAT, hat));
    }
    Replayed.send(people);
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  @Test
  void one_person_more_in_the_next_replay_changes_no_figure() {
    String cycle = closed("looked at twice");
    JsonNode first = same(cycle).told(told(one -> isFour(one) && one < 30 ? 5 : level(one)));
    JsonNode second = same(cycle).told(told(one -> isFour(one) && one < 33 ? 5 : level(one)));
    JsonNode third = same(cycle).told(told(one -> isFour(one) ? 5 : level(one)));

    JsonNode before = Replayed.group(first, SIDE, "Right");
    assertNotEquals(before.path("before"), before.path("after"));
    assertEquals(before, Replayed.group(second, SIDE, "Right"));
    assertNotEquals(before, Replayed.group(third, SIDE, "Right"));
  }

  @Test
  void a_group_that_the_edition_hides_is_named_without_figures() {
    JsonNode told = same(closed("with a crown")).told(told(ReplayFairnessTest::level));

    JsonNode crown = Replayed.group(told, HAT, "Crown");
    assertEquals("{\"group\":\"Crown\",\"standing\":\"HIDDEN\"}", crown.toString());
  }

  @Test
  void where_a_draft_would_put_a_whole_group_on_one_level_nothing_is_told() {
    JsonNode told = Replayed.of(closed("all alike"), List.of(1, 1, 1, 1, 1), 2, 2).told(Map.of());

    assertEquals("HIDDEN", Replayed.group(told, SIDE, "Left").path("standing").asText());
    assertEquals("HIDDEN", Replayed.group(told, SIDE, "Right").path("standing").asText());
  }

  /** Else it would read as if it changed nothing, and surest where it is worst. */
  @Test
  void a_draft_by_which_one_group_alone_moves_is_not_told_as_unchanged() {
    JsonNode told =
        same(closed("one-sided")).told(told(one -> isFour(one) && one % 2 == 1 ? 3 : level(one)));

    JsonNode right = Replayed.group(told, SIDE, "Right");
    assertEquals("FOLDED", right.path("standing").asText());
    assertTrue(right.has("before"));
    assertFalse(right.has("after"));
  }

  @Test
  void what_waits_longer_than_a_day_is_forgotten_and_not_told() {
    String cycle = "never closed";
    rate(cycle);
    Releases.publish(cycle);
    Replayed replay = same(cycle);
    Replayed.send(replay.parts(told(ReplayFairnessTest::level)));
    awaitOutcomes(replay, PEOPLE);

    since(replay, 25);

    awaitOutcomes(replay, 0);
  }

  @Test
  void a_cycle_without_an_edition_at_its_closure_is_refused_in_words() {
    String cycle = "without an edition";
    rate(cycle);
    Releases.publish(cycle);
    Replayed replay = same(cycle);
    Replayed.send(replay.parts(told(ReplayFairnessTest::level)));
    awaitOutcomes(replay, PEOPLE);

    since(replay, 2);

    assertEquals("NOTHING_PUBLISHED", replay.told().path("refusal").asText());
  }

  /** What comes of it is published later, and must tell nobody apart in what was told before. */
  @Test
  void while_an_appeal_is_open_a_cycle_is_not_compared_and_says_so() {
    String cycle = "with an open appeal";
    Replayed.send(List.of(Company.appeal(id(0), cycle, "RPF", "FILED", 1)));
    Replayed replay = same(closed(cycle));
    Replayed.send(replay.parts(told(ReplayFairnessTest::level)));
    awaitOutcomes(replay, PEOPLE);

    since(replay, 2);

    assertEquals("APPEALS_OPEN", replay.told().path("refusal").asText());
    Replayed.send(List.of(Company.appeal(id(0), cycle, "RPF", "RATING_CONFIRMED", 2)));
    assertTrue(same(cycle).told(told(ReplayFairnessTest::level)).has("attributes"));
  }

  /** They would be a block of one, and the group from which they were missing theirs. */
  @Test
  void an_appellant_who_is_erased_between_two_equal_replays_changes_no_figure() {
    String cycle = "with an appellant erased";
    String gone = id(PEOPLE + 2);
    arrives(gone);
    List<Sent> events = new ArrayList<>(List.of(review(cycle, PEOPLE + 2, 4)));
    events.add(appealed(gone, cycle));
    for (int one = 0; one < PEOPLE; one++) {
      if (isFour(one)) {
        events.add(appealed(id(one), cycle));
      }
    }
    Replayed.send(events);
    closed(cycle);
    Map<String, Integer> draft = told(one -> isFour(one) && one < 30 ? 5 : level(one));
    draft.put(gone, 5);
    JsonNode first = same(cycle).told(draft);

    erase(gone);
    awaitErased(gone);
    JsonNode second = same(cycle).told(draft);

    JsonNode left = Replayed.group(first, SIDE, "Left");
    assertNotEquals(left.path("before"), left.path("after"));
    assertEquals(first.path("attributes"), second.path("attributes"));
  }

  private static Sent appealed(String person, String cycle) {
    return Company.appeal(person, cycle, "RPF", "RATING_CONFIRMED", 1);
  }

  private static void since(Replayed replay, int hours) {
    Database.change(
        "update told_replay set arrived_at = now() - interval '%d hours' where id = '%s'"
            .formatted(hours, replay.telling()));
  }

  @Test
  void who_was_erased_before_a_replay_gets_no_path_in_it() {
    String cycle = "erased before";
    String gone = id(PEOPLE + 1);
    arrives(gone);
    Replayed.send(List.of(review(cycle, PEOPLE + 1, 4)));
    closed(cycle);
    erase(gone);
    awaitErased(gone);
    Map<String, Integer> all = told(ReplayFairnessTest::level);
    all.put(gone, 4);

    same(cycle).told(all);

    assertEquals(0, paths(gone));
  }

  private static void awaitErased(String person) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Database.number(
                        "select count(*) from person where external_id = '%s'".formatted(person))
                    == 0);
  }

  private static void arrives(String person) {
    Replayed.send(List.of(Company.employee(person, Map.of())));
    Api.until(
        () -> Api.declare("externalId,dimension,value\n%s,%s,Left\n".formatted(person, SIDE)),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  private static void erase(String person) {
    Replayed.send(
        List.of(
            new Sent(
                Company.DIRECTORY,
                "org.evenhand.employee.erased.v1",
                "/review-service",
                Company.id(person),
                2,
                null)));
  }

  private static long paths(String person) {
    return Database.number(
        "select count(*) from demographics.snapshot where replayed <> '' and employee_id = '%s'"
            .formatted(Company.id(person)));
  }

  @Test
  void who_was_killed_midway_tells_it_once_and_whole() throws SQLException {
    Replayed replay = same(closed("killed midway, replayed"));
    try (Connection holding = Database.connect()) {
      holding.setAutoCommit(false);
      holding
          .createStatement()
          .execute("lock table demographics.snapshot in access exclusive mode");
      Replayed.send(replay.parts(told(one -> isFour(one) ? 5 : level(one))));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  !Database.column(
                          "select pg_terminate_backend(pid) from pg_stat_activity where"
                              + " wait_event_type = 'Lock' and query like"
                              + " '%demographics.snapshot%'")
                      .isEmpty());
      holding.rollback();
    }
    JsonNode right = Replayed.group(replay.told(), SIDE, "Right");
    assertNotEquals(right.path("before"), right.path("after"));
  }

  @Test
  void what_was_told_of_reviews_is_kept_until_it_is_counted_and_no_longer() {
    Replayed replay = same(closed("forgotten"));
    List<Sent> parts = replay.parts(told(ReplayFairnessTest::level));

    Replayed.send(parts.subList(0, parts.size() - 1));
    awaitOutcomes(replay, PEOPLE);
    Replayed.send(parts.subList(parts.size() - 1, parts.size()));
    replay.told();

    awaitOutcomes(replay, 0);
    assertEquals(
        1,
        Database.number(
            "select count(*) from told_replay where told_at is not null and id = '%s'"
                .formatted(replay.telling())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void a_level_that_the_draft_doesnt_have_is_refused_with_its_part(int level) {
    Replayed replay = same("with a wrong level");
    List<Sent> torn = replay.parts(Map.of(id(0), 4, id(1), level));

    assertThrows(AssertionError.class, () -> batches.take(consumer, torn));
    awaitOutcomes(replay, 0);
  }

  @Test
  void it_waits_for_the_edition_at_the_closure() {
    String cycle = "closed late";
    rate(cycle);
    Releases.publish(cycle);
    Replayed replay = same(cycle);
    Replayed.send(replay.parts(told(ReplayFairnessTest::level)));
    awaitOutcomes(replay, PEOPLE);

    Releases.close(cycle);

    assertEquals(
        "COMPARED", Replayed.group(replay.told(), SIDE, "Right").path("standing").asText());
  }

  @Test
  void of_an_erased_person_nothing_that_was_told_is_kept() {
    String cycle = "with somebody erased";
    String gone = id(PEOPLE);
    arrives(gone);
    Replayed.send(List.of(review(cycle, PEOPLE, 4)));
    closed(cycle);
    Map<String, Integer> all = told(ReplayFairnessTest::level);
    all.put(gone, 4);
    same(cycle).told(all);
    Replayed replay = same(cycle);
    List<Sent> parts = replay.parts(all);
    Replayed.send(parts.subList(0, 1));
    awaitOutcomes(replay, PEOPLE + 1);

    erase(gone);

    awaitOutcomes(replay, PEOPLE);
    assertEquals(0, paths(gone));
    Replayed.send(parts.subList(1, parts.size()));
    JsonNode right = Replayed.group(replay.told(), SIDE, "Right");
    assertEquals(right.path("before"), right.path("after"));
  }

  @Test
  void no_id_and_no_external_id_is_in_what_is_told() {
    Replayed replay = same(closed("names nobody"));
    String told = replay.told(told(ReplayFairnessTest::level)).toString();

    for (int one = 0; one < PEOPLE; one++) {
      assertFalse(told.contains(id(one)) || told.contains(Company.id(id(one)).toString()));
      assertFalse(told.contains(replay.review(id(one)).toString()));
    }
    assertTrue(told.contains(SIDE));
  }

  private static void awaitOutcomes(Replayed replay, int number) {
    UUID telling = replay.telling();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Database.number(
                        "select count(*) from told_outcome where telling_id = '%s'"
                            .formatted(telling))
                    == number);
  }

  private static Replayed same(String cycle) {
    return Replayed.of(cycle, SAME, 5, 5);
  }

  private static String closed(String cycle) {
    rate(cycle);
    Releases.close(cycle);
    return cycle;
  }

  private static void rate(String cycle) {
    List<Sent> reviews = new ArrayList<>();
    for (int one = 0; one < PEOPLE; one++) {
      reviews.add(review(cycle, one, level(one)));
    }
    Replayed.send(reviews);
  }

  private static Sent review(String cycle, int one, int level) {
    Map<String, Object> review = new HashMap<>(Company.review(id(one), cycle, "FINAL"));
    review.put("calibration", "NOT_CALIBRATED");
    review.put("originalOrdinal", level);
    review.put("ordinal", level);
    return Company.event("org.evenhand.review.changed.v1", 1, review);
  }

  private static String id(int one) {
    return "RPF" + one;
  }

  /** Three, four and five, by pairs of Left and Right. */
  private static int level(int one) {
    return 3 + one / 2 % 3;
  }

  private static boolean isFour(int one) {
    return level(one) == 4;
  }

  private static Map<String, Integer> told(IntUnaryOperator draft) {
    Map<String, Integer> told = new LinkedHashMap<>();
    for (int one = 0; one < PEOPLE; one++) {
      told.put(id(one), draft.applyAsInt(one));
    }
    return told;
  }

  private static void define(String key, List<String> values) {
    Api.define(
            key,
            Map.of(
                "label", key,
                "values", values,
                "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))))
        .then()
        .statusCode(201);
  }
}
