package org.evenhand.analytics.statistics.effects;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.tests.BrunnerMunzel;
import org.evenhand.analytics.statistics.tests.ExactMannWhitney;
import org.evenhand.analytics.statistics.tests.MannWhitney;

/**
 * Cliff's delta of two ordinal groups: how much oftener a focal person is rated higher than a
 * reference person than lower.
 *
 * <p>Source: N. Cliff, Psychological Bulletin 114 (1993). Its interval and test are Brunner and
 * Munzel's; for a group under ten the test is the exact conditional Mann-Whitney; where
 * Brunner-Munzel has no variance to stand on, the tie-corrected Mann-Whitney. Negative: the focal
 * group is rated lower.
 *
 * @param focal the group looked at, with people
 * @param reference the group that it is compared with, with people, on the same scale
 */
public record CliffsDelta(LevelCounts focal, LevelCounts reference) implements Effect {
  private static final long EXACT_BELOW = 10;

  public CliffsDelta {
    focal.requireSameScale(reference);
    if (focal.people() == 0 || reference.people() == 0) {
      throw new IllegalArgumentException("An empty group has no ratings to compare");
    }
  }

  @Override
  public Metric metric() {
    return Metric.CLIFFS_DELTA;
  }

  @Override
  public long focalPeople() {
    return focal.people();
  }

  @Override
  public long referencePeople() {
    return reference.people();
  }

  /** The pairs that delta is counted from. */
  public Dominance dominance() {
    return Dominance.of(focal, reference);
  }

  /** (wins − losses) / pairs, from −1 to 1; 0 when all ratings are equal. */
  public double delta() {
    return dominance().delta();
  }

  @Override
  public OptionalDouble value() {
    return OptionalDouble.of(delta());
  }

  /** The test and interval of θ = (δ + 1)/2; empty where it has no variance to stand on. */
  public Optional<BrunnerMunzel> brunnerMunzel() {
    return BrunnerMunzel.of(focal, reference, Interval.USUAL);
  }

  /** Brunner and Munzel's interval of θ, as one of delta = 2θ − 1. */
  @Override
  public Optional<Interval> interval() {
    return brunnerMunzel()
        .map(BrunnerMunzel::interval)
        .map(of -> new Interval(2 * of.low() - 1, 2 * of.high() - 1, of.confidence()));
  }

  @Override
  public Optional<Significance> significance() {
    if (Math.min(focal.people(), reference.people()) < EXACT_BELOW) {
      double p = ExactMannWhitney.p(focal, reference);
      return Optional.of(new Significance(Significance.Test.MANN_WHITNEY_EXACT, p));
    }
    return brunnerMunzel()
        .map(test -> new Significance(Significance.Test.BRUNNER_MUNZEL, test.p()))
        .or(
            () ->
                MannWhitney.of(focal, reference)
                    .map(test -> new Significance(Significance.Test.MANN_WHITNEY, test.p())));
  }

  @Override
  public boolean isBehind() {
    return dominance().surplus() < 0;
  }

  @Override
  public Size size() {
    Dominance dominance = dominance();
    for (Size size : new Size[] {Size.CRITICAL, Size.WARN, Size.NOTE}) {
      if (reaches(dominance, metric().hundredths(size))) {
        return size;
      }
    }
    return Size.NONE;
  }

  private static boolean reaches(Dominance dominance, int hundredths) {
    return Selection.product(Math.abs(dominance.surplus()), 100)
            .compareTo(Selection.product(dominance.pairs(), hundredths))
        >= 0;
  }

  /**
   * One person moved is one pair of people with their ratings exchanged: the lowest rated of the
   * group that is behind with the highest rated of the one ahead. The ratings given stay the same
   * as a whole, as when one different person is selected for one place.
   */
  @Override
  public boolean turnsWithOnePerson() {
    long surplus = dominance().surplus();
    if (surplus == 0) {
      return false;
    }
    LevelCounts behind = surplus < 0 ? focal : reference;
    LevelCounts ahead = surplus < 0 ? reference : focal;
    int low = behind.lowest();
    int high = ahead.highest();
    return low < high
        && Dominance.of(behind.moved(low, high), ahead.moved(high, low)).surplus() > 0;
  }

  @Override
  public String inWords() {
    Dominance dominance = dominance();
    return String.format(
        Locale.ROOT,
        "of all pairs of a person of the group (%d) and one of the reference group (%d), the first"
            + " is rated higher in %.1f %% and lower in %.1f %%: a delta of %.3f",
        focal.people(),
        reference.people(),
        100.0 * dominance.wins() / dominance.pairs(),
        100.0 * dominance.losses() / dominance.pairs(),
        dominance.delta());
  }

  @Override
  public String whatWouldClear(Size size) {
    return String.format(
        Locale.ROOT, "a delta between -0.%1$02d and 0.%1$02d", metric().hundredths(size));
  }
}
