package org.evenhand.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * One line of a result.
 *
 * @param work what was measured
 * @param ours how fast it was, with its unit
 * @param beside what it is compared to
 * @param theirs how fast that was, in the same unit
 * @param measured what the target is about: mostly the ratio of the two
 * @param target null for a line that only explains
 */
public record Row(
    String work,
    String ours,
    String beside,
    String theirs,
    double measured,
    @Nullable Target target) {

  /** Rates per second: the more the better. */
  public static Row rates(String work, double ours, String beside, double theirs, Target target) {
    return new Row(work, perSecond(ours), beside, perSecond(theirs), ours / theirs, target);
  }

  /** Times: the less the better. */
  public static Row times(
      String work, double oursMillis, String beside, double theirsMillis, Target target) {
    return new Row(
        work, millis(oursMillis), beside, millis(theirsMillis), oursMillis / theirsMillis, target);
  }

  private static String perSecond(double rate) {
    return Target.number(rate) + "/s";
  }

  public static String millis(double millis) {
    return Target.number(millis) + " ms";
  }
}
