package org.evenhand.kit.data.step;

import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an aggregate: the link of its audit chain, and the events that report
 * it.
 *
 * @param aggregateType the audit's name of the kind, such as {@code review}
 * @param action what was done, in the audit's words: {@code submitted}
 * @param content what the audit keeps of it; it can be erased without breaking the chain
 * @param events for other services; none where it concerns nobody outside
 */
public record Fact(
    String aggregateType,
    UUID aggregateId,
    String action,
    @Nullable Object content,
    List<OutboxEvent> events) {

  /** A fact for the audit alone. */
  public static Fact noted(String aggregateType, UUID id, String action, @Nullable Object content) {
    return new Fact(aggregateType, id, action, content, List.of());
  }

  public static Fact told(
      String aggregateType, UUID id, String action, @Nullable Object content, OutboxEvent event) {
    return new Fact(aggregateType, id, action, content, List.of(event));
  }
}
