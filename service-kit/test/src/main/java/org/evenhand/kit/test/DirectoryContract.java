package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who a caller is, for a service that knows people from the topic of the directory. A service
 * extends it as a {@code @QuarkusTest}; records come over Kafka and callers through its own door.
 */
public abstract class DirectoryContract {

  private static final String TOPIC = "evenhand.internal.directory";
  private static final String TYPE = "org.evenhand.employee.recorded.v1";
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final Events events = Events.ofTest();
  private final String externalId = "C-" + UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  /** The status of an operation that is open to every employee who works here. */
  protected abstract int door(Tokens caller);

  /** Our id of the person for whom an operation takes the caller. */
  protected abstract UUID actsAs(String externalId, Tokens caller);

  @Test
  void whoHasLeftCannotAct() {
    publish(state(first, 1, "ACTIVE"));
    awaitDoor(200);

    publish(state(first, 2, "TERMINATED"));

    awaitDoor(403);
  }

  @Test
  void whoIsOnLeaveStillWorksHere() {
    publish(state(first, 1, "ON_LEAVE"));

    awaitDoor(200);
  }

  @Test
  void whoReturnsUnderANewIdIsTheNewOne() {
    publish(state(first, 1, "ACTIVE"));
    awaitDoor(200);
    publish(state(first, 2, "TERMINATED"));
    awaitDoor(403);

    publish(state(second, 1, "ACTIVE"));

    awaitDoor(200);
    assertEquals(second, acting());
  }

  @Test
  void anExternalIdThatPassesOnIsTheNewOnesBeforeItsOldHolderIsToldOf() {
    publish(state(first, 1, "ACTIVE"));
    awaitDoor(200);

    publish(state(second, 4, "ACTIVE"));
    settle();
    assertEquals(second, acting());

    publish(state(first, 2, "TERMINATED"));
    settle();
    assertEquals(second, acting());
  }

  @Test
  void anOldHolderWhoIsToldOfLateTakesNothingBack() {
    publish(state(second, 5, "ACTIVE"));
    awaitDoor(200);

    publish(state(first, 1, "ACTIVE"));
    settle();

    assertEquals(second, acting());
  }

  @Test
  void anExternalIdThatChangesHandsWithinABatchIsTheLastOnes() {
    publish(
        state(first, 1, "ACTIVE"),
        state(first, 2, "TERMINATED"),
        state(second, 3, "ACTIVE"),
        state(first, 4, "TERMINATED"));

    awaitDoor(200);
    assertEquals(second, acting());
  }

  @Test
  void aTombstoneForgetsWhoeverItIsAboutAndWhoIsRecordedAgainActsAgain() {
    publish(state(first, 1, "ACTIVE"));
    awaitDoor(200);

    publish(erased(first, 2));
    awaitDoor(403);

    publish(state(first, 3, "ACTIVE"));
    awaitDoor(200);
  }

  @Test
  void aTombstoneCountsInItsPlaceWithinABatch() {
    publish(erased(first, 1), state(first, 2, "ACTIVE"));
    awaitDoor(200);

    publish(state(first, 3, "ACTIVE"), erased(first, 4));
    awaitDoor(403);
  }

  @Test
  void anOlderStateThatComesAgainBringsNobodyBack() {
    publish(state(first, 1, "ACTIVE"), state(first, 2, "TERMINATED"));
    publish(state(first, 1, "ACTIVE"));
    settle();

    assertEquals(403, door(caller()));
  }

  private Tokens caller() {
    return employee(externalId);
  }

  private static Tokens employee(String externalId) {
    return Tokens.forEmployee(externalId, "employee", "manager");
  }

  private UUID acting() {
    return actsAs(externalId, caller());
  }

  private void awaitDoor(int status) {
    awaitDoor(caller(), status);
  }

  private void awaitDoor(Tokens caller, int status) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> door(caller), answered -> answered == status);
  }

  /** Waits for a last person in each partition, and so for all before them. */
  private void settle() {
    List<State> last =
        IntStream.range(0, events.partitions(TOPIC))
            .mapToObj(
                partition -> {
                  UUID id = UUID.randomUUID();
                  return new State(id, "C-" + id, 1, START, "ACTIVE");
                })
            .toList();
    events.publish(
        IntStream.range(0, last.size())
            .mapToObj(partition -> last.get(partition).in(partition))
            .toList());
    last.forEach(state -> awaitDoor(employee(state.externalId()), 200));
  }

  private State state(UUID employee, long sequence, String status) {
    return new State(employee, externalId, sequence, START.plusSeconds(sequence), status);
  }

  private State erased(UUID employee, long sequence) {
    return new State(employee, externalId, sequence, START.plusSeconds(sequence), null);
  }

  private void publish(State... states) {
    events.publish(Stream.of(states).map(state -> state.in(null)).toList());
  }

  /** A record of the directory; without a status a tombstone. */
  private record State(
      UUID employee, String externalId, long sequence, Instant toldAt, @Nullable String status) {

    ProducerRecord<String, @Nullable String> in(@Nullable Integer partition) {
      return Events.record(
          TOPIC, partition, TYPE, "/review-service", employee.toString(), sequence, toldAt, json());
    }

    private @Nullable String json() {
      return status == null
          ? null
          : """
          {"employeeId": "%s", "externalId": "%s", "status": "%s", "orgUnit": "Unit",
           "jobLevel": "L1", "jobFamily": "Family", "workLocation": "Leeds", "country": "GB",
           "legalEntity": "Acme", "workerType": "EMPLOYEE", "hrUnits": []}
          """
              .formatted(employee, externalId, status);
    }
  }
}
