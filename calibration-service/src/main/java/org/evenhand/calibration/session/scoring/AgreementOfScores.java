package org.evenhand.calibration.session.scoring;

import java.util.Collection;
import java.util.List;
import org.evenhand.calibration.agreement.Alpha;
import org.evenhand.calibration.agreement.AlphaInterval;
import org.evenhand.calibration.agreement.Distance;
import org.evenhand.calibration.agreement.KrippendorffAlpha;
import org.evenhand.calibration.session.Agreement;

/**
 * Ordinal alpha of a session's blind scores. With fewer than three raters on every sample the
 * session is paired: two people's differences are shown, but no alpha is claimed.
 */
final class AgreementOfScores {

  private static final int RATERS_FOR_ALPHA = 3;
  private static final double CONFIDENCE = 0.95;

  private final int replicates;

  AgreementOfScores(int replicates) {
    this.replicates = replicates;
  }

  /**
   * @param samples the ordinals of each sample
   */
  Agreement of(Collection<List<Integer>> samples, long seed) {
    int raters = samples.stream().mapToInt(List::size).max().orElse(0);
    var pairable = samples.stream().filter(ordinals -> ordinals.size() > 1).toList();
    if (raters < RATERS_FOR_ALPHA) {
      return new Agreement(raters, pairable.size(), true, null, null, null, null);
    }
    var alpha = KrippendorffAlpha.of(pairable, Distance.ORDINAL);
    if (alpha instanceof Alpha.Defined found) {
      var interval =
          AlphaInterval.bootstrap(pairable, Distance.ORDINAL, CONFIDENCE, replicates, seed);
      return new Agreement(
          raters,
          pairable.size(),
          false,
          found.alpha(),
          interval.map(AlphaInterval::low).orElse(null),
          interval.map(AlphaInterval::high).orElse(null),
          null);
    }
    var why = ((Alpha.Undefined) alpha).reason().words();
    return new Agreement(raters, pairable.size(), false, null, null, null, why);
  }
}
