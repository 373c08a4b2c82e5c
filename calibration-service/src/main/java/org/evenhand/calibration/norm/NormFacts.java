package org.evenhand.calibration.norm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;

/** What comes about with norms. */
final class NormFacts {

  private static final String AGGREGATE = "norm";

  private NormFacts() {}

  /** What stays among those who sit in its session. */
  static Fact noted(Norm norm, String action) {
    return fact(norm, action, List.of());
  }

  /** It is in another state, which is told where others know of it. */
  static Fact became(Norm norm, String action) {
    return fact(
        norm, action, NormEvent.of(norm).map(payload -> event(norm, payload)).stream().toList());
  }

  private static Fact fact(Norm norm, String action, List<OutboxEvent> events) {
    return new Fact(
        AGGREGATE,
        norm.id(),
        action,
        Map.of("state", norm.state(), "version", norm.version()),
        events);
  }

  private static OutboxEvent event(Norm norm, NormEvent payload) {
    String key = norm.id().toString();
    return new OutboxEvent(
        SessionEvents.TOPIC,
        "org.evenhand.norm.%s.v1".formatted(norm.state().name().toLowerCase(Locale.ROOT)),
        key,
        key,
        norm.version(),
        payload);
  }
}
