package org.evenhand.review.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;

/** What this service has told of a cycle, each event held against its schema. */
public final class Told {

  public static final String INTERNAL = "evenhand.internal.ratings";
  public static final String CYCLES = "evenhand.cycles";
  public static final String RATINGS = "evenhand.ratings";
  public static final String CURRENT = "evenhand.current-ratings";

  private static final Map<String, String> FAMILY =
      Map.of(
          INTERNAL, "org.evenhand.(review|rating|session|appeal)",
          CYCLES, "org.evenhand.(cycle|milestone|appeal)",
          RATINGS, "org.evenhand.rating",
          CURRENT, "org.evenhand.rating");

  private final LiveCycle cycle;

  public Told(LiveCycle cycle) {
    this.cycle = cycle;
  }

  /** The types of the events under a key in their order, once there are so many. */
  public List<String> of(String topic, String key, int count) {
    List<ConsumerRecord<String, String>> events =
        checked(Events.ofTest().await(topic, count, event -> key.equals(event.key())));
    List<Long> sequences =
        events.stream().map(event -> Long.valueOf(Events.header(event, "ce_sequence"))).toList();
    assertEquals(sequences.stream().sorted().distinct().toList(), sequences, "in order, once each");
    return events.stream().map(event -> word(Events.header(event, "ce_type"))).toList();
  }

  /** All events of the cycle so far. */
  public List<ConsumerRecord<String, String>> all(String topic) {
    return checked(Events.ofTest().all(topic).stream().filter(ofCycle()).toList());
  }

  /** All events of the cycle, once there are so many. */
  public List<ConsumerRecord<String, String>> await(String topic, int count) {
    return checked(Events.ofTest().await(topic, count, ofCycle()));
  }

  private Predicate<ConsumerRecord<String, String>> ofCycle() {
    return event -> event.value() != null && event.value().contains(cycle.id());
  }

  private static List<ConsumerRecord<String, String>> checked(
      List<ConsumerRecord<String, String>> events) {
    for (ConsumerRecord<String, String> event : events) {
      EventSchemas.check(event);
      String type = String.valueOf(Events.header(event, "ce_type"));
      assertTrue(
          type.matches(FAMILY.get(event.topic()) + "\\.[a-z-]+\\.v1"),
          () -> type + " on " + event.topic());
      assertEquals(event.key(), Events.header(event, "ce_subject"));
      assertEquals("/review-service", Events.header(event, "ce_source"));
    }
    return events;
  }

  private static String word(String type) {
    return type.replaceAll("^org\\.evenhand\\.|\\.v1$", "");
  }
}
