package org.evenhand.calibration.agreement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether scores pile up on one level, so that kappa and alpha fall though the raters nearly always
 * agree.
 *
 * <p>These coefficients divide by 1 − pe, what chance leaves to be gained; the larger pe, the
 * chance that two scores drawn blindly are alike, the more each disagreement costs. A. R. Feinstein
 * and D. V. Cicchetti (Journal of Clinical Epidemiology 43, 1990, pp. 543–549) show two raters who
 * agree on 85 of 100 both times: with pe = .50 kappa is .70, with pe = .78 it is .32. The line is
 * drawn here between the two, at pe = 2/3, where a disagreement costs three times its share. It
 * takes a level with more than 78 % of the scores, and 82 % always do.
 *
 * <p>It is asked of the shares alone and never of the coefficients: whoever takes another
 * coefficient because the first came out low would always find agreement.
 */
public final class PileUp {
  private PileUp() {}

  /** Whether the scores of the samples that two and more scored pile up: Σ_k π_k² > 2/3. */
  public static boolean in(Collection<? extends List<Integer>> samples) {
    Map<Integer, Long> tally = new HashMap<>();
    for (List<Integer> sample : samples) {
      if (sample.size() > 1) {
        sample.forEach(score -> tally.merge(score, 1L, Long::sum));
      }
    }
    long all = tally.values().stream().mapToLong(Long::longValue).sum();
    long alike = tally.values().stream().mapToLong(count -> count * count).sum();
    return 3 * alike > 2 * all * all;
  }
}
