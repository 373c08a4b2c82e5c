package org.evenhand.gateway.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.kafka.common.KafkaException;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.Problem;

/** Pages for all who ask, read by a few threads. */
@Singleton
class Reading {

  private final Topics topics;
  private final Kafka kafka;
  private final Clock clock;
  private final Vertx vertx;
  private final WorkerExecutor threads;
  private final Turns turns;

  /** As many as there are threads at most; the last one used is the first to be used again. */
  private final Deque<RecordReader> idle = new ConcurrentLinkedDeque<>();

  Reading(Topics topics, Kafka kafka, GatewayConfig config, Clock clock, Vertx vertx) {
    this.topics = topics;
    this.kafka = kafka;
    this.clock = clock;
    this.vertx = vertx;
    this.threads = vertx.createSharedWorkerExecutor("feed", config.feed().readers());
    this.turns = new Turns(Math.max(1, config.feed().readers() / 2));
  }

  /** The page behind a cursor, or the first. It is told where it was asked. */
  Future<Page> page(EventsQuery query, Optional<Cursor> after) {
    Context asker = vertx.getOrCreateContext();
    Promise<Page> page = Promise.promise();
    var ignored =
        position(query, after)
            .compose(from -> from.isBehind() ? read(from, query) : ended(from))
            .onComplete(read -> asker.runOnContext(on -> page.handle(read)));
    return page.future();
  }

  /**
   * A look at the topics that was under way already may show them as they were before the cursor
   * came about. So nobody is told that their position is gone, or begins anew, before a look has
   * begun after that.
   */
  private Future<Position> position(EventsQuery query, Optional<Cursor> after) {
    return topics
        .now()
        .map(look -> position(query, after, look))
        .transform(
            first ->
                isLoss(first)
                    ? topics.now().map(look -> position(query, after, look))
                    : Future.future(same -> same.handle(first)));
  }

  private static boolean isLoss(AsyncResult<Position> position) {
    return position.succeeded()
        ? !position.result().anew().isEmpty()
        : position.cause() instanceof Problem refusal
            && refusal.type() == GatewayProblem.POSITION_GONE;
  }

  /**
   * @throws Problem when the reading can't go on without a loss
   */
  Position position(EventsQuery query, Optional<Cursor> after, Look look) {
    Position position =
        Position.of(query.selection(), after, query.cursorParameter(), look, clock.instant());
    // Said now: in the middle of a stream nobody would hear that there can be no cursor
    position.cursor().encode();
    return position;
  }

  private static Future<Page> ended(Position from) {
    return Future.succeededFuture(new Page(from, List.of(), from));
  }

  private Future<Page> read(Position from, EventsQuery query) {
    return turns.take(
        query.caller(), () -> threads.executeBlocking(() -> readNow(from, query), false));
  }

  private Page readNow(Position from, EventsQuery query) {
    try {
      return readBy(rested(), from, query);
    } catch (KafkaException e) {
      throw Topics.away(e);
    }
  }

  private RecordReader rested() {
    RecordReader known = idle.pollFirst();
    return known == null ? new RecordReader(kafka.consumer()) : known;
  }

  /** One that failed is in a state that nobody knows. */
  private Page readBy(RecordReader reader, Position from, EventsQuery query) {
    boolean whole = false;
    try {
      Page page = reader.read(from, query.selection(), query.size());
      page.to().settle();
      whole = true;
      return page;
    } finally {
      if (whole) {
        idle.addFirst(reader);
      } else {
        reader.close();
      }
    }
  }

  void close(@Observes ShutdownEvent ending) {
    forget();
  }

  /** Closes what is connected and at rest. */
  void forget() {
    for (RecordReader reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
      reader.close();
    }
  }
}
