package org.evenhand.kit.data.consume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.IntNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** What a compacted topic's handler receives, however its records arrive. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class StateHandlerTest {

  private static final String TOMBSTONE = "erased";

  @Inject Database database;

  private final UUID subject = UUID.randomUUID();

  @Test
  void theLatestStateOfASubjectComesInWhicheverOrderABatchHasThem() {
    for (List<Integer> order :
        List.of(List.of(1, 2, 3), List.of(3, 2, 1), List.of(2, 3, 1), List.of(1, 3, 2))) {
      UUID one = UUID.randomUUID();
      assertEquals(
          List.of("3"), given(order.stream().map(n -> state(one, n)).toList()), order.toString());
    }
  }

  @Test
  void aTombstoneCountsInItsPlaceInWhicheverOrderABatchHasIt() {
    for (List<Integer> order : List.of(List.of(1, 2, 3), List.of(3, 1, 2), List.of(2, 3, 1))) {
      UUID gone = UUID.randomUUID();
      UUID back = UUID.randomUUID();
      assertEquals(
          List.of(TOMBSTONE),
          given(order.stream().map(n -> n == 3 ? erased(gone, n) : state(gone, n)).toList()),
          order.toString());
      assertEquals(
          List.of("3"),
          given(order.stream().map(n -> n == 2 ? erased(back, n) : state(back, n)).toList()),
          order.toString());
    }
  }

  @Test
  void anOlderStateThatComesLaterIsNotHandedOver() {
    assertEquals(List.of("5"), given(List.of(state(subject, 5))));
    assertEquals(List.of(), given(List.of(state(subject, 4))));
    assertEquals(List.of(), given(List.of(erased(subject, 3))));
  }

  @Test
  void theSameStateComesAgainWhenATopicIsReadAnew() {
    given(List.of(state(subject, 1), state(subject, 2)));

    assertEquals(List.of(), given(List.of(state(subject, 1))));
    assertEquals(List.of("2"), given(List.of(state(subject, 2))));
  }

  @Test
  void whoWasErasedDoesNotComeBackByAnOldStateAndDoesByANewOne() {
    given(List.of(state(subject, 1)));
    assertEquals(List.of(TOMBSTONE), given(List.of(erased(subject, 2))));

    assertEquals(List.of(), given(List.of(state(subject, 1))));
    assertEquals(List.of("3"), given(List.of(state(subject, 3))));
  }

  private List<String> given(List<ReceivedEvent> batch) {
    var told = new Told();
    database.inTransaction(session -> told.handle(session, batch));
    return told.heard;
  }

  private static ReceivedEvent state(UUID subject, long sequence) {
    return event(subject, sequence, IntNode.valueOf((int) sequence));
  }

  private static ReceivedEvent erased(UUID subject, long sequence) {
    return event(subject, sequence, null);
  }

  private static ReceivedEvent event(UUID subject, long sequence, IntNode data) {
    return new ReceivedEvent(
        "test.states",
        subject.toString(),
        UUID.randomUUID().toString(),
        "org.evenhand.thing.stated.v1",
        "/test",
        subject.toString(),
        sequence,
        Instant.EPOCH,
        data);
  }

  /** Keeps what it is given. */
  private static final class Told implements StateHandler {

    private final List<String> heard = new ArrayList<>();

    @Override
    public String topic() {
      return "test.states";
    }

    @Override
    public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
      states.forEach(state -> heard.add(String.valueOf(state.data())));
      erased.forEach(id -> heard.add(TOMBSTONE));
      return Uni.createFrom().voidItem();
    }
  }
}
