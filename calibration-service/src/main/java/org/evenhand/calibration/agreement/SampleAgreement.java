package org.evenhand.calibration.agreement;

import java.util.List;
import java.util.Optional;

/**
 * How far three or more raters agree on one sample. Fewer are no group: two scores have a
 * difference, and nothing else.
 *
 * @param rwg r_wg, from 0, as far apart as scores at random, to 1, all the same
 * @param meanAbsoluteDeviation AD_M, in rating points; up to a sixth of the number of levels counts
 *     as agreement (M. J. Burke and W. P. Dunlap, Organizational Research Methods 5, 2002)
 * @param level by r_wg
 */
public record SampleAgreement(double rwg, double meanAbsoluteDeviation, DisputeLevel level) {

  private static final int LEAST_RATERS = 3;

  /**
   * Measures a sample; empty with fewer than three scores.
   *
   * @param scores ordinals, 1 to {@code levels}, in any order
   * @param levels of the scale, at least 2
   * @throws IllegalArgumentException a score outside the scale
   */
  public static Optional<SampleAgreement> of(List<Integer> scores, int levels) {
    if (scores.size() < LEAST_RATERS) {
      return Optional.empty();
    }
    WithinGroupAgreement within = WithinGroupAgreement.of(scores, levels);
    return Optional.of(
        new SampleAgreement(
            within.rwg(), within.meanAbsoluteDeviation(), DisputeLevel.of(scores, levels)));
  }
}
