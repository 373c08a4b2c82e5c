package org.evenhand.gateway.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.rate.Clients;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.answer.Unexpected;
import org.evenhand.kit.web.problem.Problem;

/**
 * The streams that are open. Those that have read all ask Kafka for nothing: one look at the ends
 * of the topics, a few times a second, is for all of them.
 */
@Singleton
class Streams {

  /** Tokens are signed and checked by this one, also where that of a local stack is ahead. */
  private static final Clock OF_TOKENS = Clock.systemUTC();

  private final Reading reading;
  private final Topics topics;
  private final GatewayConfig config;
  private final Unexpected unexpected;
  private final MeterRegistry meters;
  private final Vertx vertx;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private final Set<EventStream> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();

  Streams(
      Reading reading,
      Topics topics,
      GatewayConfig config,
      Unexpected unexpected,
      MeterRegistry meters,
      Vertx vertx) {
    this.reading = reading;
    this.topics = topics;
    this.config = config;
    this.unexpected = unexpected;
    this.meters = meters;
    this.vertx = vertx;
    Gauge.builder("evenhand.gateway.feed.behind", this, Streams::behind).register(meters);
  }

  void watch(@Observes StartupEvent started) {
    vertx.setPeriodic(config.feed().look().toMillis(), due -> look());
  }

  /** Until the reader leaves, or their token ends: then they come again with another. */
  void open(RoutingContext routing, EventsQuery query) {
    EventStream stream =
        new EventStream(vertx.getOrCreateContext(), routing.response(), query, reading, this);
    open.add(stream);
    long beats = vertx.setPeriodic(heartbeat().toMillis(), due -> stream.beat());
    long last = vertx.setTimer(left(routing).toMillis(), expired -> stream.end());
    routing.addEndHandler(
        ended -> {
          vertx.cancelTimer(beats);
          vertx.cancelTimer(last);
          open.remove(stream);
          waiting.remove(stream);
        });
    stream.begin(failure -> ProblemWriter.write(routing, unexpected.problem(failure)));
  }

  /** Until there is something new, or Kafka is back. */
  void await(EventStream stream) {
    waiting.add(stream);
    if (!open.contains(stream)) {
      waiting.remove(stream);
    }
  }

  void countFailure() {
    meters.counter("evenhand.gateway.feed.failures").increment();
  }

  Problem problem(Throwable failure) {
    return unexpected.problem(failure);
  }

  void count(int events, String form) {
    meters.counter("evenhand.gateway.feed.events", "form", form).increment(events);
  }

  private void look() {
    if (!waiting.isEmpty() && looking.compareAndSet(false, true)) {
      var ignored =
          topics.now().onSuccess(this::wakeBehind).onComplete(looked -> looking.set(false));
    }
  }

  private void wakeBehind(Look look) {
    for (EventStream stream : List.copyOf(waiting)) {
      if (stream.isBehind(look) && waiting.remove(stream)) {
        stream.wake();
      }
    }
  }

  /** Soon enough that a silent stream isn't taken for one that stalls. */
  private Duration heartbeat() {
    Duration stall = config.stallTime().dividedBy(2);
    Duration usual = config.feed().heartbeat();
    return usual.compareTo(stall) < 0 ? usual : stall;
  }

  private Duration left(RoutingContext routing) {
    Duration left =
        Clients.expiry(routing)
            .map(expiry -> Duration.between(OF_TOKENS.instant(), expiry))
            .orElse(Duration.ZERO);
    return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
  }

  private double behind() {
    return open.stream().mapToLong(EventStream::behind).max().orElse(0);
  }

  void end(@Observes ShutdownEvent ending) {
    open.forEach(EventStream::end);
  }
}
