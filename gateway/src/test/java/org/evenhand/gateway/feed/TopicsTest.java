package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

/** What is said of the topics where some of them fail. */
class TopicsTest {

  private static final PublicTopic A = new PublicTopic("a", false, Set.of());
  private static final PublicTopic B = new PublicTopic("b", false, Set.of());
  private static final PublicTopic C = new PublicTopic("c", false, Set.of());
  private static final TopicState THERE =
      new TopicState(A, Uuid.randomUuid(), List.of(0L), List.of(Offset.of(3)), Duration.ZERO);

  @Test
  void oneThatFailsIsToldBesideThoseThatAreThere() {
    Look look = Topics.told(List.of(THERE), Map.of(B, new TimeoutException("no leader"))).result();
    assertEquals(new Look(List.of(THERE), Set.of(), Set.of(B)), look);
  }

  @Test
  void oneThatIsNotGrantedIsKnownFromOneThatDoesNotExist() {
    Look look =
        Topics.told(
                List.of(THERE),
                Map.of(
                    B, new TopicAuthorizationException("b"),
                    C, new UnknownTopicOrPartitionException()))
            .result();
    assertEquals(new Look(List.of(THERE), Set.of(B), Set.of()), look);
  }

  @Test
  void whereAllFailKafkaIsAway() {
    TimeoutException away = new TimeoutException("away");
    assertSame(away, Topics.told(List.of(), Map.of(A, away, B, away)).cause());
  }
}
