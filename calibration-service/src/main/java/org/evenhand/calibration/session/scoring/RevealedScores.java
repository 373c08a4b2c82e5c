package org.evenhand.calibration.session.scoring;

import java.util.Optional;
import java.util.Random;
import org.evenhand.calibration.session.Agreement;
import org.jspecify.annotations.Nullable;

/** What the event of the reveal carries. */
record RevealedScores(Measures measures, @Nullable ScoreMatrix blindScores) {

  /** Two people's scores stay here: neither could be compared without telling of the other. */
  static Optional<RevealedScores> told(Agreement agreement, ScoredSamples scored, Random random) {
    return agreement.paired()
        ? Optional.empty()
        : Optional.of(
            new RevealedScores(
                Measures.of(scored),
                ScoreMatrix.of(scored).map(matrix -> matrix.shuffled(random)).orElse(null)));
  }
}
