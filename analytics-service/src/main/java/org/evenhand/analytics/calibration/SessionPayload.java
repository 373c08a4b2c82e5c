package org.evenhand.analytics.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.agreement.SessionMeasures;
import org.evenhand.analytics.agreement.SessionRevealed;
import org.evenhand.analytics.rater.BlindSession;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What analytics reads of a session that reveals its scores.
 *
 * @param measures absent for a pair, and in records from before they were published
 */
record SessionPayload(
    UUID sessionId,
    UUID cycleId,
    Agreement agreement,
    @Nullable SessionMeasures measures,
    @Nullable BlindScores blindScores) {

  /** As measured by calibration-service. */
  record Agreement(
      int raters,
      int samples,
      @Nullable Double alpha,
      @Nullable Double low,
      @Nullable Double high,
      boolean paired) {}

  /** Who gave which score; absent for a session of two. */
  record BlindScores(int scaleSize, List<BlindSession.Row> raters) {}

  @SuppressWarnings("ConstantValue")
  SessionRevealed toRow(Instant revealedAt) {
    if (sessionId == null || cycleId == null || agreement == null) {
      throw new RefusedEvent("A revealed session names itself, its cycle and its agreement");
    }
    if (measures != null && measures.sampleLevels() == null) {
      throw new RefusedEvent("What is measured of a session counts its samples by level");
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
        revealedAt,
        measures);
  }

  @SuppressWarnings("ConstantValue")
  Optional<BlindSession> toScores(Instant revealedAt) {
    if (blindScores == null) {
      return Optional.empty();
    }
    if (blindScores.raters() == null
        || !BlindSession.fit(blindScores.scaleSize, blindScores.raters)) {
      throw new RefusedEvent(
          "Blind scores name each rater once, with an ordinal of the scale or none for each"
              + " sample");
    }
    return Optional.of(
        new BlindSession(
            sessionId, cycleId, blindScores.scaleSize(), blindScores.raters(), revealedAt));
  }
}
