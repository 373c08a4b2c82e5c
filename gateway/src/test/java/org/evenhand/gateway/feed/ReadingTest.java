package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.Uuid;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader is told by looks at the topics that began before their cursor came about. */
class ReadingTest {

  private static final Uuid ID = Uuid.randomUuid();

  private final Vertx vertx = Vertx.vertx();
  private final PublicTopics listed = new PublicTopics();
  private PublicTopic topic = listed.all().get(0);
  private EventsQuery query = query();

  @AfterEach
  void end() {
    var ignored = vertx.close();
  }

  @Test
  void anOldLookThatShowsLessThanWasReadIsNoLoss() {
    assertFalse(page(cursor(9), state(ID, 8), state(ID, 9)).more());
  }

  @Test
  void soIsOneThatDoesNotKnowTheTopicYet() {
    assertFalse(page(cursor(9), state(Uuid.randomUuid(), 3), state(ID, 9)).more());
  }

  @Test
  void anOldLookTellsNobodyToBeginAnew() {
    topic = new PublicTopic("current", true, Set.of("b"));
    query = query();
    assertEquals(List.of(), page(cursor(9), state(ID, 8), state(ID, 9)).anew());
    assertEquals(List.of("b"), page(cursor(9), state(ID, 0), state(Uuid.randomUuid(), 0)).anew());
  }

  @Test
  void whatIsGoneStaysGone() {
    CompletionException failure =
        assertThrows(CompletionException.class, () -> page(cursor(9), state(ID, 8), state(ID, 8)));
    Problem refusal = assertInstanceOf(Problem.class, failure.getCause());
    assertEquals(GatewayProblem.POSITION_GONE, refusal.type());
  }

  private EventsQuery query() {
    return new EventsQuery(
        "caller",
        new Selection(List.of(topic), Set.of(), Set.of()),
        Optional.empty(),
        "after",
        PageSize.USUAL);
  }

  private Page page(Cursor after, TopicState... looks) {
    Deque<TopicState> left = new ArrayDeque<>(List.of(looks));
    Kafka kafka = new Kafka(Map.of());
    Topics topics =
        new Topics(listed, kafka, FeedSettings.with(1), vertx) {
          @Override
          Future<Look> now() {
            return Future.succeededFuture(new Look(List.of(left.remove()), Set.of(), Set.of()));
          }
        };
    return new Reading(topics, kafka, FeedSettings.with(1), Clock.systemUTC(), vertx)
        .page(query, Optional.of(after))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private Cursor cursor(long next) {
    return new Cursor(
        query.selection().digest(),
        List.of(new Cursor.Mark(topic.digest(), ID, Instant.now(), List.of(Offset.of(next)))));
  }

  private TopicState state(Uuid id, long end) {
    return new TopicState(topic, id, List.of(0L), List.of(Offset.of(end)), Duration.ofDays(30));
  }
}
