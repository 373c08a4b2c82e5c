package org.evenhand.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.testapp.Thing;
import org.evenhand.kit.data.testapp.Things;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class OutboxTest {

  @Inject Things things;
  @Inject Outbox outbox;
  @Inject Database database;

  @Test
  void aChangeArrivesInKafkaAsACloudEvent() {
    Thing thing = Database.await(() -> things.create("lamp"));
    var event =
        Events.ofTest()
            .await(Things.TOPIC, 1, each -> each.key().equals(thing.id().toString()))
            .get(0);

    assertEquals("1.0", Events.header(event, "ce_specversion"));
    assertEquals("org.evenhand.thing.named.v1", Events.header(event, "ce_type"));
    assertEquals("/kit-test", Events.header(event, "ce_source"));
    assertEquals(thing.id().toString(), Events.header(event, "ce_subject"));
    assertEquals("0", Events.header(event, "ce_sequence"));
    assertEquals(
        "http://localhost:8080/events/schemas/org.evenhand.thing.named.v1.json",
        Events.header(event, "ce_dataschema"));
    assertEquals("application/json", Events.header(event, "content-type"));
    assertEquals(
        "{\"id\":\"%s\",\"name\":\"lamp\",\"version\":0}".formatted(thing.id()), event.value());
  }

  @Test
  void aChangeThatIsRolledBackTellsNobody() {
    UUID id = UUID.randomUUID();
    assertThrows(
        IllegalStateException.class,
        () ->
            database.inTransaction(
                session ->
                    outbox
                        .append(session, event(id, 1, "never"))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))));

    assertEquals(
        0, database.number("select count(*) from outbox where aggregateid = ?", id.toString()));
  }

  @Test
  void eventsOfOneAggregateArriveInTheirOrder() {
    UUID id = UUID.randomUUID();
    for (int i = 1; i <= 40; i++) {
      OutboxEvent event = event(id, i, "n" + i);
      database.inTransaction(session -> outbox.append(session, event));
    }

    var arrived = Events.ofTest().await(Things.TOPIC, 40, each -> each.key().equals(id.toString()));
    assertEquals(
        IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList(),
        arrived.stream().map(each -> Events.header(each, "ce_sequence")).toList());
  }

  @Test
  void anEventWithoutDataIsATombstone() {
    UUID id = UUID.randomUUID();
    OutboxEvent event =
        new OutboxEvent(
            "test.current", "org.evenhand.thing.current.v1", id.toString(), id.toString(), 4, null);
    database.inTransaction(session -> outbox.append(session, event));

    var arrived =
        Events.ofTest().await("test.current", 1, each -> each.key().equals(id.toString()));
    assertNull(arrived.get(0).value());
    assertEquals("4", Events.header(arrived.get(0), "ce_sequence"));
  }

  @Test
  void aPayloadThatNoBrokerWouldTakeIsRefusedBeforeItCanBlockTheRest() {
    OutboxEvent event = event(UUID.randomUUID(), 1, "x".repeat(600 * 1024));
    assertThrows(
        IllegalArgumentException.class,
        () -> database.inTransaction(session -> outbox.append(session, event)));
  }

  private static OutboxEvent event(UUID id, long sequence, String name) {
    return new OutboxEvent(
        Things.TOPIC,
        "org.evenhand.thing.named.v1",
        id.toString(),
        id.toString(),
        sequence,
        new Things.ThingState(id, name, sequence));
  }
}
