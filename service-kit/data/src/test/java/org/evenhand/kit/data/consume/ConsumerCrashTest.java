package org.evenhand.kit.data.consume;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.data.kafka.KafkaClients;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** A consumer dies in the two places where it could lose or double something. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class ConsumerCrashTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int EVENTS = 20;

  @Inject ConsumerThreads threads;
  @Inject ConsumeSettings settings;
  @Inject KafkaClients kafka;
  @Inject Database database;

  private final String subject = UUID.randomUUID().toString();
  private final String topic = "test.crash." + subject;

  @Test
  void aDeathBetweenTheDatabasesCommitAndKafkasLosesAndDoublesNothing() throws Exception {
    EventHandler handler = new Counting(topic, () -> {});
    publishAll();

    AtomicInteger commits = new AtomicInteger();
    AtomicReference<ConsumerLoop> dying = new AtomicReference<>();
    dying.set(loop(handler, () -> deadAtCommit(commits, dying)));
    Thread thread = new Thread(dying.get());
    thread.start();
    thread.join(SOON.toMillis());
    assertEquals(1, commits.get());
    assertEquals(EVENTS, counted());

    run(handler);
    assertEquals(EVENTS, counted());
  }

  @Test
  void aDeathInTheMiddleOfABatchTakesBackWhatTheBatchHadWritten() throws Exception {
    AtomicInteger handled = new AtomicInteger();
    AtomicReference<ConsumerLoop> dying = new AtomicReference<>();
    EventHandler dyingHandler =
        new Counting(
            topic,
            () -> {
              if (handled.incrementAndGet() == EVENTS / 2) {
                dying.get().stop();
                throw new Death();
              }
            });
    publishAll();

    dying.set(loop(dyingHandler, () -> kafka.consumer("crash", EVENTS)));
    Thread thread = new Thread(dying.get());
    thread.start();
    thread.join(SOON.toMillis());
    assertEquals(0, counted());

    run(new Counting(topic, () -> {}));
    assertEquals(EVENTS, counted());
  }

  private void run(EventHandler handler) throws InterruptedException {
    ConsumerLoop next = loop(handler, () -> kafka.consumer("crash", EVENTS));
    Thread thread = new Thread(next);
    thread.start();
    try {
      await()
          .atMost(SOON)
          .until(
              () ->
                  database.number(
                          "select coalesce(max(last), 0) from counted where subject = ?", subject)
                      == EVENTS);
      Events.ofTest().publish(topic, "t", "/s", subject, EVENTS + 1L, "{}");
      await()
          .atMost(SOON)
          .until(
              () ->
                  database.number("select max(last) from counted where subject = ?", subject)
                      == EVENTS + 1);
    } finally {
      next.stop();
      thread.join();
    }
    database.execute("update counted set events = events - 1 where subject = ?", subject);
  }

  private void publishAll() {
    for (int i = 1; i <= EVENTS; i++) {
      Events.ofTest().publish(topic, "t", "/s", subject, i, "{}");
    }
  }

  private ConsumerLoop loop(EventHandler handler, Supplier<Consumer<byte[], byte[]>> clients) {
    return new ConsumerLoop(
        handler,
        clients,
        threads.transaction(handler),
        threads.deadLetters(handler),
        settings,
        new LoopStatus());
  }

  @SuppressWarnings("unchecked")
  private Consumer<byte[], byte[]> deadAtCommit(
      AtomicInteger commits, AtomicReference<ConsumerLoop> dying) {
    Consumer<byte[], byte[]> real = kafka.consumer("crash", EVENTS);
    return (Consumer<byte[], byte[]>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Consumer.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commitSync") && counted() > 0) {
                commits.incrementAndGet();
                dying.get().stop();
                throw new Death();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private long counted() {
    return database.number(
        "select coalesce(sum(events), 0)::bigint from counted where subject = ?", subject);
  }

  /** The loop was told to stop just before, so it ends here and does nothing more. */
  private static final class Death extends Error {}

  private record Counting(String topic, Runnable each) implements EventHandler {
    @Override
    public String group() {
      return "crash";
    }

    @Override
    public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
      Uni<Integer> all = Uni.createFrom().item(0);
      for (ReceivedEvent event : batch) {
        all = all.chain(() -> count(session, event));
      }
      return all.replaceWithVoid();
    }

    private Uni<Integer> count(Mutiny.Session session, ReceivedEvent event) {
      each.run();
      return session
          .createNativeQuery(
              "insert into counted as c (subject, events, last) values (?1, 1, ?2)"
                  + " on conflict (subject) do update set events = c.events + 1,"
                  + " last = excluded.last")
          .setParameter(1, event.subject())
          .setParameter(2, event.sequence())
          .executeUpdate();
    }
  }
}
