package org.evenhand.analytics.statistics;

/**
 * How far a rater's profile goes, by size and by evidence.
 *
 * <p>Of the level it is the shrunken effect against .25, .5 and .75 rating points, and the
 * posterior probability that the true one lies beyond them. Of the width it is the ratio of
 * standard deviations, below .7, .5 and .35; of the use of the middle, whether all of Wilson's
 * interval lies above the peers' share. Whoever asks sees to it that there are enough ratings:
 * {@link #LEAST_REPORTS} for the level, {@link #LEAST_FOR_WIDTH} for the rest.
 *
 * @param profile of the rater
 */
public record RaterSeverity(RaterProfile profile) {

  /** The least number of ratings for a statement about their level. */
  public static final long LEAST_REPORTS = 5;

  /** The least number of ratings for a statement about their width and their middle. */
  public static final long LEAST_FOR_WIDTH = 10;

  /** P that the effect, in the direction that it has, is worth a note. */
  public double probability() {
    return profile.probabilityBeyond(points(Size.NOTE));
  }

  /** How large the shrunken effect is, whatever the evidence. */
  public Size size() {
    return sizeOf(profile.shrunkenEffect());
  }

  /** The size of a difference in rating points, in either direction. */
  static Size sizeOf(double effect) {
    Size reached = Size.NONE;
    for (Size size : Size.values()) {
      if (size != Size.NONE && Math.abs(effect) >= points(size)) {
        reached = size;
      }
    }
    return reached;
  }

  /** The largest size beyond which the effect almost surely lies. */
  public Size level() {
    Size reached = Size.NONE;
    for (Size size : Size.values()) {
      if (size != Size.NONE && profile.probabilityBeyond(points(size)) > RaterProfile.SURE) {
        reached = size;
      }
    }
    return reached;
  }

  static double points(Size size) {
    return switch (size) {
      case NONE -> 0;
      case NOTE -> 0.25;
      case WARN -> 0.5;
      case CRITICAL -> 0.75;
    };
  }

  /** How narrow the ratings are beside the peers'; NONE for a single one. */
  public Size rangeRestriction() {
    double ratio = profile.deviationRatio().orElse(1);
    if (ratio < 0.35) {
      return Size.CRITICAL;
    }
    if (ratio < 0.5) {
      return Size.WARN;
    }
    return ratio < 0.7 ? Size.NOTE : Size.NONE;
  }

  /** Whether the middle is used more than by the peers, beyond chance. */
  public boolean centralTendency() {
    return profile.middleInterval().low() > profile.baselineMiddleShare();
  }
}
