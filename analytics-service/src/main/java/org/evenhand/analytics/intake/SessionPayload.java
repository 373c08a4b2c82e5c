package org.evenhand.analytics.intake;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.analytics.agreement.SessionRevealed;
import org.evenhand.kit.data.RefusedEvent;
import org.jspecify.annotations.Nullable;

/** What analytics reads of a session that reveals its scores. */
record SessionPayload(UUID sessionId, UUID cycleId, Agreement agreement) {

  /** As measured by calibration-service. */
  record Agreement(
      int raters,
      int samples,
      @Nullable Double alpha,
      @Nullable Double low,
      @Nullable Double high,
      boolean paired) {}

  @SuppressWarnings("ConstantValue")
  SessionRevealed toRow(Instant revealedAt) {
    if (sessionId == null || cycleId == null || agreement == null) {
      throw new RefusedEvent("A revealed session names itself, its cycle and its agreement");
    }
    return new SessionRevealed(
        sessionId,
        cycleId,
        agreement.raters(),
        agreement.samples(),
        agreement.paired(),
        agreement.alpha(),
        agreement.low(),
        agreement.high(),
        revealedAt);
  }
}
