package org.evenhand.calibration.session.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.agreement.KappaWithOthers;
import org.evenhand.calibration.agreement.PairKappas;
import org.jspecify.annotations.Nullable;

/** Kappas of blind scores; there are none for samples on several scales. */
final class KappasOfScores {

  private KappasOfScores() {}

  /** How the kappas of all pairs lie. */
  static Optional<PairKappas> pairs(ScoredSamples scored) {
    return ScoreMatrix.of(scored)
        .flatMap(
            matrix ->
                PairKappas.of(
                    matrix.raters().stream().map(ScoreMatrix.Row::ordinals).toList(),
                    matrix.scaleSize()));
  }

  /**
   * The kappa of one rater with all others together.
   *
   * @param scored the samples that the rater may read
   */
  static Optional<Double> own(UUID rater, ScoredSamples scored) {
    return ScoreMatrix.of(scored).flatMap(matrix -> own(rater, matrix));
  }

  private static Optional<Double> own(UUID rater, ScoreMatrix matrix) {
    return matrix.raters().stream()
        .filter(row -> row.raterId().equals(rater))
        .findFirst()
        .flatMap(
            row ->
                KappaWithOthers.of(
                    row.ordinals(),
                    others(rater, matrix, row.ordinals().size()),
                    matrix.scaleSize()));
  }

  private static List<List<Integer>> others(UUID rater, ScoreMatrix matrix, int samples) {
    List<List<Integer>> others = new ArrayList<>();
    for (int at = 0; at < samples; at++) {
      List<Integer> theirs = new ArrayList<>();
      for (ScoreMatrix.Row row : matrix.raters()) {
        @Nullable Integer ordinal = row.ordinals().get(at);
        if (ordinal != null && !row.raterId().equals(rater)) {
          theirs.add(ordinal);
        }
      }
      others.add(theirs);
    }
    return others;
  }
}
