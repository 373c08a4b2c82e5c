package org.evenhand.bench.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a result.
 *
 * @param work what was measured
 * @param ours how fast it was, with its unit
 * @param beside what it is compared to
 * @param theirs how fast that was, in the same unit
 * @param measured the value that the target is for, mostly the ratio of the two
 * @param target null for a line that only explains
 */
public record Row(
    String work,
    String ours,
    String beside,
    String theirs,
    double measured,
    @Nullable Target target) {

  /**
   * Rates per second of rounds that took turns, the more the better. The ratio is the median of the
   * rounds' ratios: what else the machine does from time to time then slows both of a round.
   */
  public static Row rates(
      String work, List<Double> ours, String beside, List<Double> theirs, Target target) {
    return new Row(
        work,
        perSecond(Median.of(ours)),
        beside,
        perSecond(Median.of(theirs)),
        Median.ofRatios(ours, theirs),
        target);
  }

  /** Times in milliseconds of rounds that took turns, the less the better. */
  public static Row times(
      String work, List<Double> ours, String beside, List<Double> theirs, Target target) {
    return new Row(
        work,
        millis(Median.of(ours)),
        beside,
        millis(Median.of(theirs)),
        Median.ofRatios(ours, theirs),
        target);
  }

  private static String perSecond(double rate) {
    return Target.number(rate) + "/s";
  }

  public static String millis(double millis) {
    return Target.number(millis) + " ms";
  }
}
