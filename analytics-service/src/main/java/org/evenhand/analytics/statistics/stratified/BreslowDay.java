package org.evenhand.analytics.statistics.stratified;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The Breslow-Day test: is the odds ratio the same in every stratum?
 *
 * <p>Where it isn't, a common odds ratio hides that one stratum goes the other way, and the strata
 * have to be shown. Sources: N. E. Breslow and N. E. Day, <em>Statistical Methods in Cancer
 * Research</em> 1 (1980); R. E. Tarone, Biometrika 72 (1985).
 *
 * <p>Unlike the test of a common difference it needs strata that are large one by one: over many of
 * a few people each its p is rough. A stratum without one of the groups, or in which all or none
 * are selected, has no odds ratio and is left out.
 *
 * @param statistic Σ (a − A)² / Var, A being the count that the common odds ratio gives
 * @param p with strata − 1 degrees of freedom
 * @param tarone the statistic with Tarone's correction
 * @param taroneP of it
 * @param degreesOfFreedom informative strata − 1
 */
public record BreslowDay(
    double statistic, double p, double tarone, double taroneP, int degreesOfFreedom) {

  /** Tests the strata against a common odds ratio; empty with fewer than two informative strata. */
  public static Optional<BreslowDay> of(List<SelectionStratum> strata, CommonOddsRatio common) {
    double statistic = 0;
    double surplus = 0;
    double variances = 0;
    int used = 0;
    for (SelectionStratum stratum : strata) {
      if (!stratum.isInformative()) {
        continue;
      }
      double fitted = fitted(stratum, common.value());
      double selected = stratum.selected();
      double variance =
          1
              / (1 / fitted
                  + 1 / (selected - fitted)
                  + 1 / (stratum.focal().people() - fitted)
                  + 1 / (stratum.reference().people() - selected + fitted));
      double difference = stratum.focal().selected() - fitted;
      statistic += difference * difference / variance;
      surplus += difference;
      variances += variance;
      used++;
    }
    if (used < 2) {
      return Optional.empty();
    }
    double tarone = Math.max(0, statistic - surplus * surplus / variances);
    ChiSquaredDistribution distribution = ChiSquaredDistribution.of(used - 1);
    return Optional.of(
        new BreslowDay(
            statistic,
            distribution.survivalProbability(statistic),
            tarone,
            distribution.survivalProbability(tarone),
            used - 1));
  }

  /**
   * The focal selections A with A(n_r − m + A) = ψ(m − A)(n_f − A), inside the range that the
   * margins allow. Solved by halving: the left side over the right rises all the way from 0 to
   * infinity.
   */
  private static double fitted(SelectionStratum stratum, double ratio) {
    double focal = stratum.focal().people();
    double reference = stratum.reference().people();
    double selected = stratum.selected();
    double low = Math.max(0, selected - reference);
    double high = Math.min(selected, focal);
    for (int i = 0; i < 200 && low < high; i++) {
      double middle = low + (high - low) / 2;
      double left = middle * (reference - selected + middle);
      double right = ratio * (selected - middle) * (focal - middle);
      if (left < right) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }
}
