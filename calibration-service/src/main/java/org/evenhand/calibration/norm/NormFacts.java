package org.evenhand.calibration.norm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  /** It is in another state, which is told where others have ever known of it. */
  static Fact became(Norm norm, String action) {
    return fact(norm, action, norm.agreedAt().map(at -> current(norm, at)).stream().toList());
  }

  private static Fact fact(Norm norm, String action, List<OutboxEvent> events) {
    return new Fact(
        AGGREGATE,
        norm.id(),
        action,
        Map.of("state", norm.state(), "version", norm.version()),
        events);
  }

  private static OutboxEvent current(Norm norm, Instant agreedAt) {
    String key = norm.id().toString();
    return new OutboxEvent(
        NormTold.TOPIC, NormTold.TYPE, key, key, norm.version(), NormTold.of(norm, agreedAt));
  }
}
