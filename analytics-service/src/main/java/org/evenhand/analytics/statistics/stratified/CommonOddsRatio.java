package org.evenhand.analytics.statistics.stratified;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.Interval;

/**
 * The Mantel-Haenszel odds ratio over strata, with the log interval of Robins, Breslow and
 * Greenland.
 *
 * <p>Sources: N. Mantel and W. Haenszel (1959); J. Robins, N. Breslow and S. Greenland, Biometrics
 * 42 (1986).
 *
 * @param value the odds of the focal group over those of the reference group, within strata; above
 *     0
 * @param interval of it
 */
public record CommonOddsRatio(double value, Interval interval) {

  /**
   * Computes the ratio; empty when it would be 0 or without bound, because in every stratum a
   * corner of the same diagonal is empty, and when no stratum says anything.
   */
  public static Optional<CommonOddsRatio> of(List<SelectionStratum> strata, double confidence) {
    double up = 0;
    double down = 0;
    double pureUp = 0;
    double mixed = 0;
    double pureDown = 0;
    for (SelectionStratum stratum : strata) {
      if (!stratum.isInformative()) {
        continue;
      }
      double n = stratum.people();
      double a = stratum.focal().selected();
      double b = stratum.focal().others();
      double c = stratum.reference().selected();
      double d = stratum.reference().others();
      double concordant = (a + d) / n;
      double discordant = (b + c) / n;
      up += a * d / n;
      down += b * c / n;
      pureUp += concordant * a * d / n;
      mixed += concordant * b * c / n + discordant * a * d / n;
      pureDown += discordant * b * c / n;
    }
    if (up == 0 || down == 0) {
      return Optional.empty();
    }
    double ratio = up / down;
    double error =
        Math.sqrt(pureUp / (2 * up * up) + mixed / (2 * up * down) + pureDown / (2 * down * down));
    double factor = Math.exp(Gaussian.halfWidth(confidence) * error);
    return Optional.of(
        new CommonOddsRatio(ratio, new Interval(ratio / factor, ratio * factor, confidence)));
  }
}
