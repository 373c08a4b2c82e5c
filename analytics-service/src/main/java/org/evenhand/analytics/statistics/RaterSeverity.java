package org.evenhand.analytics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far a rater's profile goes, by size and by evidence.
 *
 * <p>Of the level it is the shrunken effect, against .25, .5 and .75 rating points, and the
 * posterior probability that the true effect lies on the same side: N(shrunken, √(τ²(1 − B))). Of
 * the width it is the ratio of standard deviations, below .7, .5 and .35; of the use of the middle,
 * whether all of Wilson's interval lies above the peers' share.
 *
 * @param profile of the rater
 */
public record RaterSeverity(RaterProfile profile) {

  /** A size counts only when the probability of its direction is above this. */
  public static final double EVIDENCE_ABOVE = 0.9;

  /** The least number of ratings for a statement about their level. */
  public static final long LEAST_REPORTS = 5;

  /** The least number of ratings for a statement about their width and their middle. */
  public static final long LEAST_FOR_WIDTH = 10;

  /** P that the effect has the direction of its estimate, .5 to 1. */
  public double probability() {
    double deviation = profile.posteriorDeviation();
    return deviation == 0
        ? 0.5
        : NormalDistribution.of(0, 1)
            .cumulativeProbability(Math.abs(profile.shrunkenEffect()) / deviation);
  }

  /** How large the shrunken effect is, whatever the evidence. */
  public Size size() {
    double effect = Math.abs(profile.shrunkenEffect());
    if (effect >= 0.75) {
      return Size.CRITICAL;
    }
    if (effect >= 0.5) {
      return Size.WARN;
    }
    return effect >= 0.25 ? Size.NOTE : Size.NONE;
  }

  /** The size, where there is evidence for it. */
  public Size level() {
    return probability() > EVIDENCE_ABOVE ? size() : Size.NONE;
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
