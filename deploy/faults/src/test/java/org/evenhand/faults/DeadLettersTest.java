package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Records that can't be handled: one never, the other as long as something is in its way. */
@ExtendWith(OneStack.class)
@ResourceLock(value = TestStack.KAFKA, mode = ResourceAccessMode.READ)
@ResourceLock(value = TestStack.ANALYTICS, mode = ResourceAccessMode.READ)
@Timeout(300)
class DeadLettersTest {

  private final TestStack stack;

  DeadLettersTest(TestStack stack) {
    this.stack = stack;
  }

  @Test
  void poisonIsSetAsideWithItsCauseTheRestFlowsAndIsReplayedOnceTheCauseIsGone() throws Exception {
    RatingStates states = new RatingStates("poison");
    Way way = new Way(stack, "poison");
    String unreadable = UUID.randomUUID().toString();
    Map<String, String> refused = states.of(1, "walled-off");
    stack
        .analyticsSql()
        .run("alter table rating_fact add constraint wall check (org_unit <> 'walled-off')");
    try {
      stack.kafka().publish(Way.TOPIC, RatingStates.TYPE, states.of(5, "mill"));
      stack.kafka().publish(Way.TOPIC, RatingStates.TYPE, Map.of(unreadable, "{\"reviewId\": "));
      stack.kafka().publish(Way.TOPIC, RatingStates.TYPE, refused);
      stack.kafka().publish(Way.TOPIC, RatingStates.TYPE, states.of(5, "mill"));

      await().atMost(TestStack.SOON).until(() -> way.counted().equals(Set.of("3:10")));
      assertThat(causes(unreadable)).containsExactly("the data is not JSON");
      assertThat(causes(refused.keySet().iterator().next()))
          .singleElement()
          .asString()
          .endsWith("SQLSTATE 23514");
    } finally {
      stack.analyticsSql().run("alter table rating_fact drop constraint wall");
    }

    Service.Said said = stack.analytics().command("replay-dead-letters", Way.TOPIC);

    assertThat(said.text()).contains("1 taken in, 0 superseded by later events, 1 refused again");
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(way.counted()).isEqualTo(Set.of("3:11"));
    assertThat(causes(unreadable)).hasSize(2);
  }

  private List<String> causes(String key) {
    return letters(key).map(letter -> Kafka.header(letter, "dlq_cause")).toList();
  }

  private Stream<ConsumerRecord<String, String>> letters(String key) {
    return stack.kafka().all(Way.TOPIC + ".analytics-service.dlq").stream()
        .filter(letter -> letter.key().equals(key));
  }
}
