package org.evenhand.kit.data.consume;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.health.Readiness;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.data.testapp.CountingHandler;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class ConsumeTest {

  private static final String TYPE = "org.evenhand.thing.counted.v1";
  private static final String SOURCE = "/elsewhere";
  private static final String DLQ = CountingHandler.TOPIC + ".kit-test.dlq";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject CountingHandler handler;
  @Inject Consumers consumers;
  @Inject DeadLetterReplay deadLetters;
  @Inject Database database;
  @Inject @Wellness ConsumersWell wellness;
  @Inject @Readiness ConsumersReady readiness;

  private final Events events = Events.ofTest();
  private final String subject = UUID.randomUUID().toString();

  @AfterEach
  void asBefore() {
    handler.strict(true);
    handler.away(false);
  }

  @Test
  void anEventThatComesTwiceCountsOnce() {
    publish(subject, 1, "{\"weight\":1}");
    publish(subject, 2, "{\"weight\":1}");
    publish(subject, 2, "{\"weight\":1}");
    publish(subject, 1, "{\"weight\":1}");
    publish(subject, 3, "{\"weight\":1}");

    awaitLast(subject, 3);
    assertEquals(3, counted(subject));
  }

  @Test
  void equalSequencesOfTwoSourcesAreTwoEvents() {
    publish(subject, 7, "{\"weight\":1}");
    events.publish(CountingHandler.TOPIC, TYPE, "/other", subject, 7, "{\"weight\":1}");

    await().atMost(SOON).until(() -> counted(subject) == 2);
  }

  @Test
  void aTombstoneReachesTheHandler() {
    publish(subject, 1, null);

    awaitLast(subject, 1);
  }

  @Test
  void aRefusedEventGoesToTheDeadLettersAndTheRestFlows() {
    String other = UUID.randomUUID().toString();
    publish(subject, 1, "{\"weight\":-1}");
    publish(other, 1, "{\"weight\":1}");

    awaitLast(other, 1);
    ConsumerRecord<String, String> letter = letter(subject);
    assertEquals("a weight below zero", Events.header(letter, "dlq_cause"));
    assertEquals(CountingHandler.TOPIC, Events.header(letter, "dlq_topic"));
    assertNotNull(Events.header(letter, "dlq_partition"));
    assertNotNull(Events.header(letter, "dlq_offset"));
    assertNotNull(Events.header(letter, "dlq_timestamp"));
    assertEquals("1", Events.header(letter, "dlq_attempts"));
    assertEquals(TYPE, Events.header(letter, "ce_type"));
    assertEquals("{\"weight\":-1}", letter.value());
    assertEquals(0, counted(subject));
  }

  @Test
  void aRefusedEventCostsTheHundredsBesideItAFewTransactions() {
    handler.away(true);
    for (int sequence = 1; sequence <= 300; sequence++) {
      publish(subject, sequence, sequence == 77 ? "{\"weight\":-1}" : "{\"weight\":1}");
    }
    await().atMost(SOON).until(() -> wellness.call().getStatus().name().equals("DOWN"));
    handler.transactions();

    handler.away(false);
    awaitLast(subject, 300);
    assertEquals(299, counted(subject));
    assertEquals(1, lettersOf(subject).size());
    int transactions = handler.transactions();
    assertTrue(transactions < 60, transactions + " transactions");
  }

  @Test
  void dataOfAnotherShapeIsADeadLetterThatNamesTheFieldAndQuotesNothing() {
    publish(subject, 1, "{\"weight\":\"Jane Doe\"}");

    String cause = Events.header(letter(subject), "dlq_cause");
    assertNotNull(cause);
    assertTrue(cause.contains("weight"), cause);
    assertFalse(cause.contains("Jane"), cause);
  }

  @Test
  void aRecordWithoutCloudEventHeadersIsADeadLetter() {
    events.publish(new ProducerRecord<>(CountingHandler.TOPIC, subject, "{}"));

    assertEquals(
        "the header ce_specversion is missing", Events.header(letter(subject), "dlq_cause"));
  }

  @Test
  void aRecordThatIsNotJsonIsADeadLetter() {
    publish(subject, 1, "{\"weight\":");

    assertEquals("the data is not JSON", Events.header(letter(subject), "dlq_cause"));
  }

  @Test
  void aDeadLetterIsTakenInWhenItIsReplayedAfterAFix() {
    deadLetters.run(CountingHandler.TOPIC, false);
    publish(subject, 1, "{\"weight\":-1}");
    letter(subject);

    var early = deadLetters.run(CountingHandler.TOPIC, false);
    assertTrue(early.refused() >= 1);
    assertEquals(0, counted(subject));

    handler.strict(false);
    var late = deadLetters.run(CountingHandler.TOPIC, false);
    assertTrue(late.handled() >= 1);
    assertEquals(1, counted(subject));
    assertEquals(0, deadLetters.run(CountingHandler.TOPIC, false).handled());
  }

  @Test
  void aDeadLetterThatALaterEventOvertookIsSkippedUnlessAskedFor() {
    deadLetters.run(CountingHandler.TOPIC, false);
    publish(subject, 1, "{\"weight\":-1}");
    publish(subject, 2, "{\"weight\":1}");
    awaitLast(subject, 2);
    letter(subject);

    handler.strict(false);
    assertTrue(deadLetters.run(CountingHandler.TOPIC, false).superseded() >= 1);
    assertEquals(1, counted(subject));
  }

  @Test
  void aDependencyThatIsAwayIsWaitedForAndNothingBecomesADeadLetter() {
    handler.away(true);
    publish(subject, 1, "{\"weight\":1}");

    await().atMost(SOON).until(() -> wellness.call().getStatus().name().equals("DOWN"));
    assertEquals("UP", readiness.call().getStatus().name());
    assertTrue(
        readiness.call().getData().orElseThrow().values().stream()
            .anyMatch(state -> state.toString().startsWith("waits")));
    assertEquals(0, counted(subject));

    handler.away(false);
    awaitLast(subject, 1);
    assertEquals(1, counted(subject));
    await().atMost(SOON).until(() -> wellness.call().getStatus().name().equals("UP"));
    assertTrue(lettersOf(subject).isEmpty());
  }

  @Test
  void aRewoundTopicGivesTheSameNumbersAgain() {
    for (int i = 1; i <= 30; i++) {
      publish(subject, i, "{\"weight\":1}");
    }
    awaitLast(subject, 30);
    await().atMost(SOON).until(() -> remaining() == 0);
    var before = database.rows("select subject, events from counted order by subject");

    Database.await(
        () ->
            consumers.rewind(
                CountingHandler.TOPIC,
                session ->
                    session
                        .createNativeQuery("delete from counted")
                        .executeUpdate()
                        .replaceWithVoid()));
    assertTrue(remaining() > 0);

    await().atMost(SOON).until(() -> remaining() == 0);
    assertEquals(before, database.rows("select subject, events from counted order by subject"));
  }

  @Test
  void aRewindThatIsRolledBackChangesNothing() {
    publish(subject, 1, "{\"weight\":1}");
    awaitLast(subject, 1);
    long inbox = database.number("select count(*) from inbox");

    assertNull(
        database.inTransaction(
            session ->
                consumers
                    .rewind(CountingHandler.TOPIC)
                    .invoke(() -> session.currentTransaction().markForRollback())));

    assertEquals(inbox, database.number("select count(*) from inbox"));
    assertEquals(1, counted(subject));
  }

  private void publish(String about, long sequence, String json) {
    events.publish(CountingHandler.TOPIC, TYPE, SOURCE, about, sequence, json);
  }

  private long remaining() {
    return Database.await(() -> consumers.remaining(CountingHandler.TOPIC));
  }

  private void awaitLast(String about, long sequence) {
    await()
        .atMost(SOON)
        .until(
            () ->
                database.number(
                        "select coalesce(max(last), 0) from counted where subject = ?", about)
                    == sequence);
  }

  private long counted(String about) {
    return database.number(
        "select coalesce(sum(events), 0)::bigint from counted where subject = ?", about);
  }

  private ConsumerRecord<String, String> letter(String about) {
    return events.await(DLQ, 1, each -> about.equals(each.key())).get(0);
  }

  private List<ConsumerRecord<String, String>> lettersOf(String about) {
    return events.all(DLQ).stream().filter(each -> about.equals(each.key())).toList();
  }
}
