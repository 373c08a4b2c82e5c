package org.evenhand.calibration.agreement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one rater agrees with all others taken together: quadratic weighted kappa over every pair
 * of an own score and another's score of the same sample.
 *
 * <p>Where everyone scored everything it is H. J. A. Schouten's kappa of one observer and the rest
 * (Statistica Neerlandica 36, 1982): Σ(po − pe) / Σ(1 − pe) over the pairs that the rater is in. It
 * rests on the own scores and on the others' in any order, so that a rater who sees these without
 * names learns nothing from it of who gave which. Kappas with each of the others would tell.
 */
public final class KappaWithOthers {

  private static final int LEAST_SAMPLES = 10;

  private KappaWithOthers() {}

  /**
   * Computes it; empty with fewer than ten samples that the rater and somebody else scored, or when
   * all of these got one level. Scores that {@linkplain PileUp pile up} are not for kappa: ask that
   * first.
   *
   * @param own the rater's ordinals, by place of the sample; null where there is none
   * @param others all other ordinals, by the same places, in any order
   * @param levels of the scale
   */
  public static Optional<Double> of(
      List<@Nullable Integer> own, List<? extends List<Integer>> others, int levels) {
    long[][] table = new long[levels][levels];
    int samples = 0;
    for (int sample = 0; sample < own.size(); sample++) {
      Integer mine = own.get(sample);
      if (mine == null || others.get(sample).isEmpty()) {
        continue;
      }
      for (int theirs : others.get(sample)) {
        table[mine - 1][theirs - 1]++;
      }
      samples++;
    }
    return samples < LEAST_SAMPLES
        ? Optional.empty()
        : CohenKappa.of(ScorePairs.of(table), Weights.quadratic(levels)).map(CohenKappa::kappa);
  }
}
