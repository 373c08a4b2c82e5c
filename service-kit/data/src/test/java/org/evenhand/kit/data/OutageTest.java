package org.evenhand.kit.data;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.evenhand.kit.data.testapp.CountingHandler;
import org.evenhand.kit.data.testapp.Thing;
import org.evenhand.kit.data.testapp.Things;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Kafka and the database go away and come back. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class OutageTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject Things things;
  @Inject Database database;

  @Test
  void changesSucceedWhileKafkaIsAwayAndTheirEventsArriveLaterInOrder() {
    KafkaResource.broker().stop();
    Thing thing;
    try {
      thing = Database.await(() -> things.create("n0"));
      for (int i = 1; i <= 9; i++) {
        String name = "n" + i;
        Database.await(() -> things.rename(thing.id(), name));
      }
      assertTrue(
          database.number("select count(*) from outbox where aggregateid = ?", id(thing)) > 0);
    } finally {
      KafkaResource.broker().start();
    }

    await()
        .atMost(SOON)
        .until(
            () ->
                database.number("select count(*) from outbox where aggregateid = ?", id(thing))
                    == 0);
    var arrived = Events.ofTest().await(Things.TOPIC, 10, each -> each.key().equals(id(thing)));
    assertEquals(
        LongStream.rangeClosed(0, 9).mapToObj(Long::toString).toList(),
        arrived.stream().map(each -> Events.header(each, "ce_sequence")).toList());
  }

  @Test
  void aConsumerWaitsForTheDatabaseAndNothingBecomesADeadLetter() {
    String subject = UUID.randomUUID().toString();
    String dlq = CountingHandler.TOPIC + ".kit-test.dlq";
    publish(subject, 1);
    awaitCounted(subject, 1);

    PostgresResource.server().stop();
    try {
      IntStream.rangeClosed(2, 50).forEach(i -> publish(subject, i));
      await().atMost(SOON).until(() -> String.valueOf(saidOfTheConsumer()).startsWith("waits: "));
    } finally {
      PostgresResource.server().start();
    }

    awaitCounted(subject, 50);
    assertTrue(Events.ofTest().all(dlq).stream().noneMatch(each -> subject.equals(each.key())));
  }

  private static @Nullable String saidOfTheConsumer() {
    Map<String, String> said =
        RestAssured.get("/q/health/well").path("checks.find { it.name == 'consumers' }.data");
    return said.get(CountingHandler.TOPIC + " kit-test");
  }

  private void awaitCounted(String subject, long events) {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () ->
                database.number("select events::bigint from counted where subject = ?", subject)
                    == events);
  }

  private static void publish(String subject, long sequence) {
    Events.ofTest()
        .publish(
            CountingHandler.TOPIC,
            "org.evenhand.thing.counted.v1",
            "/elsewhere",
            subject,
            sequence,
            "{\"weight\":1}");
  }

  private static String id(Thing thing) {
    return thing.id().toString();
  }
}
