package org.evenhand.gateway.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The names of Kafka's brokers can't be resolved, which may take long to learn. */
@Timeout(30)
class KafkaAwayTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void end() {
    var ignored = vertx.close();
  }

  @Test
  void whoAsksDoesNotWaitForTheClientToBeMade() {
    CountDownLatch resolved = new CountDownLatch(1);
    Kafka slow =
        new Kafka(Map.of()) {
          @Override
          synchronized Admin admin() {
            try {
              resolved.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            throw new KafkaException("no such name");
          }
        };
    Topics topics = new Topics(new PublicTopics(), slow, FeedSettings.with(1), vertx);
    Future<Look> first = topics.now();
    Future<Look> second = topics.now();
    assertFalse(first.isComplete());
    assertSame(first, second);
    resolved.countDown();
    await().until(first::failed);
    Problem refusal = assertInstanceOf(Problem.class, first.cause());
    assertEquals(CommonProblem.DEPENDENCY_UNAVAILABLE, refusal.type());
  }

  @Test
  void aNameThatIsUnknownIsNotAskedForAtEachRequest() {
    Kafka kafka = new Kafka(Map.of("bootstrap.servers", "kafka.invalid:9092"));
    KafkaException first = assertThrows(KafkaException.class, kafka::admin);
    assertSame(first, assertThrows(KafkaException.class, kafka::admin));
  }
}
