package org.evenhand.analytics.statistics.stratified;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The Cochran-Mantel-Haenszel test: are the groups selected at different odds within strata?
 *
 * <p>(Σ(x − E))² / ΣVar with the hypergeometric E and Var of each stratum, one degree of freedom.
 * Sources: W. G. Cochran (1954); N. Mantel and W. Haenszel (1959), as R's {@code mantelhaen.test}.
 * A stratum without one of the groups, or in which all or none are selected, says nothing and is
 * left out. The strata may be small, if {@link MantelFleiss} agrees.
 *
 * @param surplus Σ(x − E): how many more of the focal group are selected than their strata would
 *     give, in people; negative when fewer
 * @param chiSquare without continuity correction
 * @param p of it
 * @param chiSquareCorrected with a correction of ½, never beyond 0
 * @param pCorrected of it
 * @param strata how many strata said something
 * @param people how many people are in those
 */
public record CochranMantelHaenszel(
    double surplus,
    double chiSquare,
    double p,
    double chiSquareCorrected,
    double pCorrected,
    int strata,
    long people) {
  private static final ChiSquaredDistribution ONE = ChiSquaredDistribution.of(1);

  /** Tests over all strata; empty when none of them says anything. */
  public static Optional<CochranMantelHaenszel> of(List<SelectionStratum> strata) {
    double surplus = 0;
    double variance = 0;
    int used = 0;
    long people = 0;
    for (SelectionStratum stratum : strata) {
      if (!stratum.isInformative()) {
        continue;
      }
      double n = stratum.people();
      double focal = stratum.focal().people();
      double selected = stratum.selected();
      surplus += stratum.focal().selected() - focal * selected / n;
      variance += focal / n * (n - focal) / n * selected * (n - selected) / (n - 1);
      used++;
      people += stratum.people();
    }
    if (used == 0) {
      return Optional.empty();
    }
    double plain = surplus * surplus / variance;
    double rest = Math.max(0, Math.abs(surplus) - 0.5);
    double corrected = rest * rest / variance;
    return Optional.of(
        new CochranMantelHaenszel(
            surplus,
            plain,
            ONE.survivalProbability(plain),
            corrected,
            ONE.survivalProbability(corrected),
            used,
            people));
  }
}
