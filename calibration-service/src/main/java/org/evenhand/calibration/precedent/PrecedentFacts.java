package org.evenhand.calibration.precedent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;

/**
 * What comes about with precedents. No entry holds a word of one, or whose review it comes from.
 */
public final class PrecedentFacts {

  /** The audit's name for a precedent. */
  public static final String AGGREGATE = "precedent";

  private PrecedentFacts() {}

  /** A step that nobody outside hears of. */
  public static Fact noted(Precedent precedent, String action) {
    return fact(precedent, action, List.of());
  }

  /** It may be in another state, which is told where everybody has read it. */
  public static Fact became(Precedent precedent, String action) {
    return precedent.publishedAt().isPresent()
        ? fact(precedent, action, List.of(event(precedent)))
        : noted(precedent, action);
  }

  private static Fact fact(Precedent precedent, String action, List<OutboxEvent> events) {
    return new Fact(
        AGGREGATE,
        precedent.id(),
        action,
        Map.of("state", precedent.state(), "version", precedent.version()),
        events);
  }

  private static OutboxEvent event(Precedent precedent) {
    String key = precedent.id().toString();
    return new OutboxEvent(
        SessionEvents.TOPIC,
        "org.evenhand.precedent.%s.v1".formatted(precedent.state().name().toLowerCase(Locale.ROOT)),
        key,
        key,
        precedent.version(),
        PrecedentEvent.of(precedent));
  }
}
