package org.evenhand.analytics.statistics.raters;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Size;

/**
 * How far a rater's profile goes, by size and by evidence.
 *
 * <p>Of the level it is the shrunken effect against .25, .5 and .75 rating points (the size), and
 * the probability that the true one lies beyond them, by the {@link CautiousEffect} (the level). A
 * rater with a level is named; a level is never larger than the size. Of the width it is the ratio
 * of standard deviations, below .7, .5 and .35; of the use of the middle, whether all of Wilson's
 * interval lies above the peers' share. The caller makes sure that there are enough ratings: {@link
 * #LEAST_REPORTS} for the level, {@link #LEAST_FOR_WIDTH} for the rest.
 *
 * <p><b>What a level is worth.</b> Somebody is named wrongly whose true effect doesn't lie beyond
 * the level on the side that they are named for. On average over companies, at most one in ten of
 * those that a company names is, where a company that names nobody counts as none. Where the true
 * effects deviate by half a point and more, it is also at most one in ten of all who are named
 * anywhere, by a level no larger than that deviation. Where they deviate by less, hardly anybody is
 * named, and of these more may be wrong: if ten raters of eight ratings each deviate by .25 points,
 * one in eight hundred is named by that level, and about one in seven of those wrongly; where all
 * rate alike, everybody who is named is named wrongly. No rule that names anybody escapes that.
 *
 * <p>The price is to find few, among few raters hardly any: no level is no proof of rating as
 * others do. It holds from four raters with five ratings each on, and rests on effects that scatter
 * about the others', if not quite normally; where all raters lie in two camps just short of a level
 * it doesn't. {@code deploy/bench/run simulation} holds it.
 *
 * @param profile of the rater
 * @param evidence what levels are named by
 */
public record RaterSeverity(RaterProfile profile, CautiousEffect evidence) {

  /** How probable an effect beyond a level has to be, to be spoken of. */
  public static final double SURE = .9;

  /** The least number of ratings for a statement about their level. */
  public static final long LEAST_REPORTS = 5;

  /** The least number of ratings for a statement about their width and their middle. */
  public static final long LEAST_FOR_WIDTH = 10;

  /**
   * Judges a rater beside peers; empty where there is no {@link RaterProfile}.
   *
   * @param peers all others, at least one
   * @param among the analysis of the rater and these peers together
   */
  public static Optional<RaterSeverity> of(
      LevelCounts own, List<LevelCounts> peers, OneWayEffects among) {
    LevelCounts all = peers.stream().reduce(LevelCounts::plus).orElseThrow();
    return RaterProfile.of(own, all, among.betweenVariance())
        .map(profile -> new RaterSeverity(profile, CautiousEffect.of(profile, peers, among)));
  }

  /** P that the effect, in the direction that it has, is worth a note. */
  public double probability() {
    return evidence.probabilityBeyond(points(Size.NOTE));
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
      if (size != Size.NONE && isSurelyBeyond(points(size))) {
        reached = size;
      }
    }
    return reached;
  }

  /** Whether they would be named as so many rating points from the others. */
  public boolean isSurelyBeyond(double points) {
    return evidence.probabilityBeyond(points) > SURE;
  }

  /** Where a size begins, in rating points. */
  public static double points(Size size) {
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
