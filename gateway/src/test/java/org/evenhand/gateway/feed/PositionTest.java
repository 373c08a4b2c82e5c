package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
  private static final Duration MONTH = Duration.ofDays(30);
  private static final PublicTopic FACTS = new PublicTopic("facts", false, Set.of("a"));
  private static final PublicTopic CURRENT = new PublicTopic("current", true, Set.of("b"));
  private static final Selection BOTH = new Selection(List.of(FACTS, CURRENT), Set.of(), Set.of());
  private static final Uuid ONE = Uuid.randomUuid();
  private static final Uuid TWO = Uuid.randomUuid();

  @Test
  void itBeginsWhereTheTopicsBegin() {
    Position first = position(Optional.empty(), NOW, facts(3, 9), current(0, 0));
    assertEquals(Map.of(at("facts", 0), 3L, at("current", 0), 0L), offsets(first));
    assertEquals(6, first.behind());
  }

  @Test
  void aTopicThatIsNewSinceBeginsAtItsBeginning() {
    Cursor before = position(Optional.empty(), NOW, facts(0, 5)).cursor();
    assertEquals(
        Map.of(at("facts", 0), 0L, at("current", 0), 2L),
        offsets(position(Optional.of(before), NOW, facts(0, 5), current(2, 5))));
  }

  @Test
  void soDoesAPartition() {
    Cursor before = cursor(FACTS, 4L);
    TopicState grown =
        new TopicState(FACTS, ONE, List.of(0L, 1L), List.of(Offset.of(5), Offset.of(2)), MONTH);
    assertEquals(
        Map.of(at("facts", 0), 4L, at("facts", 1), 1L),
        offsets(position(Optional.of(before), NOW, grown)));
  }

  @Test
  void aTopicThatWasCreatedAgainIsAnother() {
    TopicState again = state(FACTS, Uuid.randomUuid(), 0, Offset.of(9));
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
        offsets(position(Optional.of(cursor(CURRENT, 4L)), NOW, facts(0, 0), current(5, 9))));
  }

  /** A value may have been read, and its tombstone have come and gone. */
  @Test
  void whoIsAwayForLongerThanTombstonesAreKeptBeginsAnewThereAlone() {
    Cursor slow = cursor(mark(FACTS, Offset.of(3)), mark(CURRENT, Offset.of(4)));
    Position inTime = position(Optional.of(slow), NOW.plus(MONTH), facts(0, 9), current(1, 9));
    assertEquals(List.of(), inTime.anew());
    assertEquals(Map.of(at("facts", 0), 3L, at("current", 0), 4L), offsets(inTime));

    Instant later = NOW.plus(MONTH).plusSeconds(1);
    Position late = position(Optional.of(slow), later, facts(0, 9), current(1, 9));
    assertEquals(List.of("b"), late.anew());
    assertEquals(Map.of(at("facts", 0), 3L, at("current", 0), 1L), offsets(late));
    assertEquals(
        List.of(),
        position(Optional.of(late.cursor()), later.plus(DAY), facts(0, 9), current(1, 9)).anew());
  }

  @Test
  void whoWasAtTheEndYesterdayGoesOnWithWhatIsNew() {
    Position next =
        position(
            Optional.of(cursor(CURRENT, 9L)),
            NOW.plus(DAY).plusSeconds(1),
            facts(0, 0),
            current(0, 10));
    assertEquals(List.of(), next.anew());
    assertEquals(9L, offsets(next).get(at("current", 0)));
  }

  @Test
  void presentStatesOfATopicThatWasCreatedAgainAreToldAnew() {
    Cursor both = cursor(mark(FACTS, Offset.of(3)), mark(CURRENT, Offset.of(4)));
    TopicState again = state(CURRENT, Uuid.randomUuid(), 0, Offset.of(2));
    Position next = position(Optional.of(both), NOW, facts(0, 9), again);
    assertEquals(List.of("b"), next.anew());
    assertEquals(Map.of(at("facts", 0), 3L, at("current", 0), 0L), offsets(next));
  }

  /** The topic was put back, and has grown past the place since. */
  @Test
  void aPositionOfALaterLeaderThanTheTopicKnowsIsOfRecordsThatWereLost() {
    Cursor lost = cursor(mark(FACTS, new Offset(4, 7)));
    assertRefused(GatewayProblem.POSITION_GONE, lost, NOW, state(FACTS, ONE, 0, new Offset(9, 6)));
    position(Optional.of(lost), NOW, state(FACTS, ONE, 0, new Offset(9, 7)));
  }

  @Test
  void whatIsNotGrantedAnyMoreIsNotWaitedFor() {
    Cursor both = cursor(mark(FACTS, Offset.of(3)), mark(CURRENT, Offset.of(4)));
    Look look = new Look(List.of(current(0, 9)), Set.of(FACTS), Set.of());
    assertRefused(GatewayProblem.POSITION_GONE, both, look);
    assertEquals(
        4L, offsets(position(Optional.of(cursor(CURRENT, 4L)), NOW, look)).get(at("current", 0)));
  }

  @Test
  void whoAsksOnlyForWhatIsNotGrantedIsToldSo() {
    Look look = new Look(List.of(), Set.of(FACTS, CURRENT), Set.of());
    Problem refusal = assertThrows(Problem.class, () -> position(Optional.empty(), NOW, look));
    assertEquals(CommonProblem.FORBIDDEN, refusal.type());
  }

  @Test
  void aTopicThatFailsIsWaitedForByItsReadersAlone() {
    Look look = new Look(List.of(current(0, 9)), Set.of(), Set.of(FACTS));
    assertRefused(CommonProblem.DEPENDENCY_UNAVAILABLE, cursor(CURRENT, 4L), look);
    Selection other = new Selection(List.of(CURRENT), Set.of("b"), Set.of("b"));
    assertEquals(9, Position.of(other, Optional.empty(), "after", look, NOW).behind());
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
    Selection some = new Selection(List.of(FACTS), Set.of("a"), Set.of("a"));
    Problem refusal =
        assertThrows(
            Problem.class,
            () -> Position.of(some, Optional.of(all), "after", look(facts(0, 5)), NOW));
    assertEquals(CommonProblem.INVALID_PARAMETER, refusal.type());
  }

  private static void assertRefused(
      ProblemType type, Cursor cursor, Instant now, TopicState... topics) {
    Problem refusal = assertThrows(Problem.class, () -> position(Optional.of(cursor), now, topics));
    assertEquals(type, refusal.type());
  }

  private static void assertRefused(ProblemType type, Cursor cursor, Look look) {
    Problem refusal = assertThrows(Problem.class, () -> position(Optional.of(cursor), NOW, look));
    assertEquals(type, refusal.type());
  }

  private static Cursor cursor(PublicTopic of, long next) {
    return cursor(mark(of, Offset.of(next)));
  }

  private static Cursor cursor(Cursor.Mark... marks) {
    return new Cursor(BOTH.digest(), List.of(marks));
  }

  private static Cursor.Mark mark(PublicTopic of, Offset next) {
    return new Cursor.Mark(of.digest(), of.equals(FACTS) ? ONE : TWO, NOW, List.of(next));
  }

  private static Position position(Optional<Cursor> cursor, Instant now, TopicState... topics) {
    return position(cursor, now, look(topics));
  }

  private static Position position(Optional<Cursor> cursor, Instant now, Look look) {
    return Position.of(BOTH, cursor, "after", look, now);
  }

  private static Look look(TopicState... topics) {
    return new Look(List.of(topics), Set.of(), Set.of());
  }

  private static Map<TopicPartition, Long> offsets(Position position) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    position.next().forEach((partition, at) -> offsets.put(partition, at.next()));
    return offsets;
  }

  private static TopicState facts(long begin, long end) {
    return state(FACTS, ONE, begin, Offset.of(end));
  }

  private static TopicState current(long begin, long end) {
    return state(CURRENT, TWO, begin, Offset.of(end));
  }

  private static TopicState state(PublicTopic topic, Uuid id, long begin, Offset end) {
    return new TopicState(topic, id, List.of(begin), List.of(end), MONTH);
  }

  private static TopicPartition at(String topic, int partition) {
    return new TopicPartition(topic, partition);
  }
}
