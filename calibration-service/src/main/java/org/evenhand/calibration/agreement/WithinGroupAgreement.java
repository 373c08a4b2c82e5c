package org.evenhand.calibration.agreement;

import java.util.List;

/**
 * How far the raters of one sample agree, held against raters who score at random.
 *
 * <p>r_wg = 1 − s² / σ², σ² = (K² − 1)/12 being the variance of a uniform distribution over K
 * levels (L. R. James, R. G. Demaree and G. Wolf, Journal of Applied Psychology 69, 1984). AD_M is
 * the mean distance from the mean, in rating points; up to K/6 counts as agreement (M. J. Burke and
 * W. P. Dunlap, 2002). a_wg holds s² against the largest variance that the mean allows (R. D. Brown
 * and N. M. A. Hauenstein, Organizational Research Methods 8, 2005), so that it does not depend on
 * the null of random scores.
 *
 * @param mean the mean score
 * @param variance s², with n − 1
 * @param rwg between 0 and 1: a negative estimate counts as 0
 * @param rwgUntruncated the same before that
 * @param meanAbsoluteDeviation AD_M
 * @param awg from −1 to 1; 1 when all scores are the same
 */
public record WithinGroupAgreement(
    double mean,
    double variance,
    double rwg,
    double rwgUntruncated,
    double meanAbsoluteDeviation,
    double awg) {

  /**
   * Computes the agreement on one sample.
   *
   * <p>All scores the same is full agreement, at whichever level. A rater who left the sample out
   * is not among the scores.
   *
   * @param scores ordinals, 1 to {@code levels}, at least two
   * @param levels K, at least 2
   * @throws IllegalArgumentException a single score, a scale of one level, or a score outside it
   */
  public static WithinGroupAgreement of(List<Integer> scores, int levels) {
    if (scores.size() < 2 || levels < 2) {
      throw new IllegalArgumentException("It takes two scores and two levels");
    }
    if (scores.stream().anyMatch(score -> score < 1 || score > levels)) {
      throw new IllegalArgumentException("A score outside 1 to " + levels);
    }
    ScoreSums sums = ScoreSums.of(scores);
    long scatter = sums.scatter();
    double untruncated = 1 - 12.0 * scatter / ((double) pairs(sums) * ((long) levels * levels - 1));
    return new WithinGroupAgreement(
        sums.mean(),
        sums.variance(),
        Math.max(0, untruncated),
        untruncated,
        ScoreSpread.of(scores).meanAbsoluteDeviation(),
        awg(sums, levels));
  }

  private static long pairs(ScoreSums sums) {
    return sums.n() * (sums.n() - 1);
  }

  /** 1 − 2s² over (mean − 1)(K − mean) n/(n − 1), times n(n − 1) above and below. */
  private static double awg(ScoreSums sums, int levels) {
    if (sums.scatter() == 0) {
      return 1;
    }
    long above = sums.sum() - sums.n();
    long below = levels * sums.n() - sums.sum();
    return 1 - 2.0 * sums.scatter() / ((double) above * below);
  }
}
