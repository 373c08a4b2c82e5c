package org.evenhand.analytics.statistics.tests;

import java.util.Optional;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The Mann-Whitney test of two ordinal groups by the normal approximation, corrected for ties.
 *
 * <p>z = (U − n₁n₂/2) / √(n₁n₂/12 · (N + 1 − Σ(t³ − t)/(N(N−1)))). Source: E. L. Lehmann,
 * <em>Nonparametrics</em> (1975), chapter 1. The cubes of the ties are taken in doubles: with all
 * but one of ten million tied, z still holds to eight digits.
 *
 * @param u the pairs that the focal group wins, ties counted half
 * @param z positive when the focal group is rated higher
 * @param p two-sided, of {@code z}
 * @param zCorrected with a continuity correction of ½ towards 0, never beyond it
 * @param pCorrected two-sided, of {@code zCorrected}
 */
public record MannWhitney(double u, double z, double p, double zCorrected, double pCorrected) {

  /**
   * Tests two groups with people; empty when all ratings are equal.
   *
   * @throws IllegalArgumentException a group is empty, or the scales differ
   */
  public static Optional<MannWhitney> of(LevelCounts focal, LevelCounts reference) {
    Dominance dominance = Dominance.of(focal, reference);
    LevelCounts all = focal.plus(reference);
    if (all.lowest() == all.highest()) {
      return Optional.empty();
    }
    double n = all.people();
    double ties = 0;
    for (int level = 1; level <= all.levels(); level++) {
      double t = all.at(level);
      ties += t * (t * t - 1);
    }
    double variance = dominance.pairs() / 12.0 * (n + 1 - ties / (n * (n - 1)));
    double above = dominance.surplus() / 2.0;
    double z = above / Math.sqrt(variance);
    double corrected =
        Math.copySign(Math.max(0, Math.abs(above) - 0.5), above) / Math.sqrt(variance);
    return Optional.of(
        new MannWhitney(
            dominance.wins() + dominance.ties() / 2.0,
            z,
            Gaussian.twoSided(z),
            corrected,
            Gaussian.twoSided(corrected)));
  }
}
