package org.evenhand.gateway.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.kit.web.answer.Unexpected;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream whose pages fail although Kafka is there. */
class EventStreamTest {

  private static final PublicTopic TOPIC = new PublicTopic("topic", false, Set.of("t"));
  private static final Selection ALL = new Selection(List.of(TOPIC), Set.of(), Set.of());
  private static final EventsQuery QUERY =
      new EventsQuery("caller", ALL, Optional.empty(), "after", PageSize.OF_STREAM);
  private static final Look FAILING = new Look(List.of(), Set.of(), Set.of(TOPIC));

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Queue<Object> written = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ended = new AtomicBoolean();

  @AfterEach
  void end() {
    var ignored = vertx.close();
  }

  @Test
  void itTriesLessAndLessOftenAndThenSaysSoAndEnds() throws Exception {
    EventStream stream = stream(Problem.of(CommonProblem.DEPENDENCY_UNAVAILABLE, "missing"));
    assertTrue(stream.isBehind(FAILING));
    for (int failure = 1; failure <= 7; failure++) {
      stream.wake();
      int soFar = failure;
      await().until(() -> failures() == soFar && !stream.isBehind(FAILING));
      assertFalse(ended.get());
    }
    stream.wake();
    await().untilTrue(ended);
    assertToldProblem();
  }

  @Test
  void whatIsNotKafkaAwayIsToldAtOnce() throws Exception {
    stream(Problem.of(CommonProblem.INTERNAL_ERROR, "a fault")).wake();
    await().untilTrue(ended);
    assertToldProblem();
    assertEquals(1, failures());
  }

  private double failures() {
    return meters.counter("evenhand.gateway.feed.failures").count();
  }

  private void assertToldProblem() {
    assertEquals(1, written.size());
    assertTrue(written.toString().startsWith("[event: problem\n"), written.toString());
  }

  private EventStream stream(Problem failure) throws Exception {
    GatewayConfig config = FeedSettings.with(1);
    Kafka kafka = new Kafka(Map.of());
    Topics topics =
        new Topics(new PublicTopics(), kafka, config, vertx) {
          @Override
          Future<Look> now() {
            return Future.failedFuture(failure);
          }
        };
    Reading reading = new Reading(topics, kafka, config, Clock.systemUTC(), vertx);
    var unexpected = Unexpected.class.getDeclaredConstructor(List.class);
    unexpected.setAccessible(true);
    Streams streams =
        new Streams(reading, topics, config, unexpected.newInstance(List.of()), meters, vertx);
    return new EventStream(vertx.getOrCreateContext(), response(), QUERY, reading, streams);
  }

  private HttpServerResponse response() {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(RequestId.HEADER, "an-id");
    return HttpServerResponse.class.cast(
        Proxy.newProxyInstance(
            HttpServerResponse.class.getClassLoader(),
            new Class<?>[] {HttpServerResponse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "headers" -> headers;
                  case "ended" -> ended.get();
                  case "closed" -> false;
                  case "end" -> {
                    ended.set(true);
                    yield Future.succeededFuture();
                  }
                  case "write" -> {
                    written.add(arguments[0]);
                    yield Future.succeededFuture();
                  }
                  default -> throw new AssertionError(method.getName());
                }));
  }
}
