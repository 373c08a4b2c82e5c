package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** Whether a reading can go on from where it was, as the topics are now. */
class PositionTest {

  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final PublicTopic FACTS = new PublicTopic("facts", false, Set.of("a"));
  private static final PublicTopic CURRENT = new PublicTopic("current", true, Set.of("b"));
  private static final Selection BOTH = new Selection(List.of(FACTS, CURRENT), Set.of());
  private static final Uuid ONE = Uuid.randomUuid();
  private static final Uuid TWO = Uuid.randomUuid();

  @Test
  void itBeginsWhereTheTopicsBegin() {
    Position first = position(Optional.empty(), NOW, facts(3, 9), current(0, 0));
    assertEquals(Map.of(at("facts", 0), 3L, at("current", 0), 0L), first.next());
    assertEquals(6, first.behind());
  }

  @Test
  void aTopicThatIsNewSinceBeginsAtItsBeginning() {
    Cursor before = position(Optional.empty(), NOW, facts(0, 5)).cursor();
    assertEquals(
        Map.of(at("facts", 0), 0L, at("current", 0), 2L),
        position(Optional.of(before), NOW, facts(0, 5), current(2, 5)).next());
  }

  @Test
  void soDoesAPartition() {
    Cursor before = cursor(FACTS, 4L);
    TopicState grown = new TopicState(FACTS, ONE, List.of(0L, 1L), List.of(5L, 2L));
    assertEquals(
        Map.of(at("facts", 0), 4L, at("facts", 1), 1L),
        position(Optional.of(before), NOW, grown).next());
  }

  @Test
  void aTopicThatWasCreatedAgainIsAnother() {
    TopicState again = new TopicState(FACTS, Uuid.randomUuid(), List.of(0L), List.of(9L));
    assertRefused(GatewayProblem.POSITION_GONE, cursor(FACTS, 4L), NOW, again, current(0, 0));
  }

  @Test
  void oneThatKafkaDoesNotKnowAtTheMomentIsWaitedFor() {
    assertRefused(CommonProblem.DEPENDENCY_UNAVAILABLE, cursor(FACTS, 4L), NOW, current(0, 0));
  }

  @Test
  void factsThatWereDeletedUnreadAreALoss() {
    assertRefused(GatewayProblem.POSITION_GONE, cursor(FACTS, 4L), NOW, facts(5, 9), current(0, 0));
  }

  @Test
  void aPositionBehindTheEndIsOfRecordsThatWereLost() {
    assertRefused(GatewayProblem.POSITION_GONE, cursor(FACTS, 9L), NOW, facts(0, 8), current(0, 0));
  }

  @Test
  void ofACompactedTopicWhatIsLeftIsWhole() {
    assertEquals(
        Map.of(at("facts", 0), 0L, at("current", 0), 5L),
        position(Optional.of(cursor(CURRENT, 4L)), NOW, facts(0, 0), current(5, 9)).next());
  }

  /** A value may have been read, and its tombstone have come and gone. */
  @Test
  void whoIsUnderWayForLongerThanTombstonesAreKeptBeginsAnew() {
    Cursor slow = cursor(CURRENT, 4L);
    position(Optional.of(slow), NOW.plus(DAY), facts(0, 0), current(0, 9));
    assertRefused(
        GatewayProblem.POSITION_GONE,
        slow,
        NOW.plus(DAY).plusSeconds(1),
        facts(0, 0),
        current(0, 9));
  }

  @Test
  void whoWasAtTheEndHasMissedNothingHoweverLongAgoThatWas() {
    Instant later = NOW.plus(DAY.multipliedBy(90));
    Position ended = position(Optional.of(cursor(CURRENT, 9L)), later, facts(0, 0), current(0, 9));
    assertFalse(ended.isBehind());
    position(Optional.of(ended.cursor()), later.plus(DAY), facts(0, 0), current(0, 12));
  }

  @Test
  void factsAreReadHoweverSlowly() {
    position(Optional.of(cursor(FACTS, 4L)), NOW.plus(DAY.multipliedBy(90)), facts(0, 9));
  }

  @Test
  void aCursorOfOtherTypesWouldPassOverSome() {
    Cursor all = position(Optional.empty(), NOW, facts(0, 5)).cursor();
    Selection some = new Selection(List.of(FACTS), Set.of("a"));
    Problem refusal =
        assertThrows(
            Problem.class,
            () -> Position.of(some, Optional.of(all), "after", List.of(facts(0, 5)), NOW, DAY));
    assertEquals(CommonProblem.INVALID_PARAMETER, refusal.type());
  }

  private static void assertRefused(
      ProblemType type, Cursor cursor, Instant now, TopicState... topics) {
    Problem refusal = assertThrows(Problem.class, () -> position(Optional.of(cursor), now, topics));
    assertEquals(type, refusal.type());
  }

  private static Cursor cursor(PublicTopic of, long next) {
    Uuid id = of.equals(FACTS) ? ONE : TWO;
    return new Cursor(BOTH.digest(), List.of(new Cursor.Mark(id, NOW, List.of(next))));
  }

  private static Position position(Optional<Cursor> cursor, Instant now, TopicState... topics) {
    return Position.of(BOTH, cursor, "after", List.of(topics), now, DAY);
  }

  private static TopicState facts(long begin, long end) {
    return new TopicState(FACTS, ONE, List.of(begin), List.of(end));
  }

  private static TopicState current(long begin, long end) {
    return new TopicState(CURRENT, TWO, List.of(begin), List.of(end));
  }

  private static TopicPartition at(String topic, int partition) {
    return new TopicPartition(topic, partition);
  }
}
