package org.evenhand.policy.governance.agenda;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.policy.anchor.BlindScores;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code org.evenhand.session.revealed.v1}; who gave which score it
 * leaves where it is.
 *
 * @param blindScores absent for a pair and where samples lie on several scales
 * @param measures absent for a pair, and in records from before they were published
 */
record RevealedSession(
    UUID sessionId,
    UUID cycleId,
    Agreement agreement,
    @Nullable Measures measures,
    @Nullable BlindScores blindScores) {

  private static final int LEAST_RATERS = 3;
  private static final int LEAST_SAMPLES = 10;

  /** As measured by calibration-service. */
  record Agreement(int raters, int samples, boolean paired, @Nullable Double alpha) {}

  /** Where nearly all scores are of one level, alpha falls though raters agree. */
  record Measures(boolean piledUp) {}

  @SuppressWarnings("ConstantValue")
  static RevealedSession of(ReceivedEvent event) {
    RevealedSession told = event.as(RevealedSession.class);
    if (told.sessionId() == null || told.cycleId() == null || told.agreement() == null) {
      throw new RefusedEvent("A revealed session names itself, its cycle and its agreement");
    }
    return told;
  }

  /**
   * Alpha where it says something: of three raters and ten samples at least. Source: K.
   * Krippendorff, Content Analysis (2004), and the levels that analytics-service shows.
   */
  Optional<Double> measured() {
    boolean enough =
        !agreement.paired()
            && agreement.raters() >= LEAST_RATERS
            && agreement.samples() >= LEAST_SAMPLES;
    boolean piledUp = measures != null && measures.piledUp();
    return enough && !piledUp ? Optional.ofNullable(agreement.alpha()) : Optional.empty();
  }
}
