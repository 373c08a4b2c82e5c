package org.evenhand.kit.data.step;

import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/**
 * What has come about with an aggregate: a link of its audit chain, and the events that tell of it.
 *
 * @param aggregateType the audit's name of the kind, such as {@code review}
 * @param action what was done, in the audit's words: {@code submitted}
 * @param content what the audit keeps of it, and can lose without breaking the chain
 * @param events for those who listen; none where it is nobody's business outside
 */
public record Fact(
    String aggregateType,
    UUID aggregateId,
    String action,
    @Nullable Object content,
    List<OutboxEvent> events) {

  /** What the audit alone keeps. */
  public static Fact noted(String aggregateType, UUID id, String action, @Nullable Object content) {
    return new Fact(aggregateType, id, action, content, List.of());
  }

  public static Fact told(
      String aggregateType, UUID id, String action, @Nullable Object content, OutboxEvent event) {
    return new Fact(aggregateType, id, action, content, List.of(event));
  }
}
