package org.evenhand.calibration.agreement;

import java.util.List;

/**
 * How disputed one sample is, by its r_wg (see {@link WithinGroupAgreement}).
 *
 * <p>.70 is the customary least r_wg for speaking of agreement (L. R. James, R. G. Demaree and G.
 * Wolf, Journal of Applied Psychology 69, 1984; C. E. Lance, M. M. Butts and L. C. Michels,
 * Organizational Research Methods 9, 2006, on how customary it is); .50 and .30 are the bands below
 * which J. M. LeBreton and J. L. Senter (Organizational Research Methods 11, 2008) call agreement
 * weak and lacking.
 */
public enum DisputeLevel {
  /** r_wg of .70 and more. */
  NONE,
  /** Below .70. */
  NOTE,
  /** Below .50. */
  WARN,
  /** Below .30. */
  CRITICAL;

  /**
   * The level of scores on a scale of {@code levels}, at least two of each.
   *
   * <p>Decided in integers: with n scores and their scatter c = n Σx² − (Σx)², r_wg = 1 − 12c /
   * ((K² − 1) n (n − 1)), so that a sample on the line is never pushed over it by a last digit.
   */
  static DisputeLevel of(List<Integer> scores, int levels) {
    long n = scores.size();
    long sum = 0;
    long squares = 0;
    for (int score : scores) {
      sum += score;
      squares += (long) score * score;
    }
    long seen = 120 * (n * squares - sum * sum);
    long random = ((long) levels * levels - 1) * n * (n - 1);
    if (seen > 7 * random) {
      return CRITICAL;
    }
    if (seen > 5 * random) {
      return WARN;
    }
    return seen > 3 * random ? NOTE : NONE;
  }
}
