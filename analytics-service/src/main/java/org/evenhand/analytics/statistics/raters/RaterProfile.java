package org.evenhand.analytics.statistics.raters;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.Proportions;
import org.evenhand.analytics.statistics.Selection;

/**
 * How one manager's ratings lie beside those of the peers: level, width, and use of the middle.
 *
 * <p>Live ratings can't tell a lenient manager from a strong team, since each manager rates their
 * own. The effect is shrunken by B = τ²/(τ² + s²/n), so that a small team is not read as a trait of
 * its manager. Both τ² and the peers' mean are taken as known: good for an estimate, and too bold
 * to name anybody by, which is for {@link CautiousEffect}. Sources: F. E. Saal, R. G. Downey and M.
 * A. Lahey, Psychological Bulletin 88 (1980), for the kinds of effect; C. N. Morris, JASA 78
 * (1983), for the shrinkage. On a scale of two levels both are the middle, and nobody prefers it.
 *
 * @param n how many the manager rated
 * @param mean of the manager's ratings
 * @param baselineMean of the peers' ratings
 * @param baselineVariance of the peers' ratings, with n − 1
 * @param rawEffect mean − baselineMean, in rating points
 * @param reliability B, 0 to 1
 * @param shrunkenEffect B · rawEffect: positive is lenient, or a strong team
 * @param posteriorDeviation √(τ²(1 − B)), in rating points
 * @param z rawEffect over its standard error
 * @param deviationRatio the manager's standard deviation over the peers': below 1 is a narrow
 *     range; empty for a single rating
 * @param middleShare the share of the middle level, or of both middle levels of an even scale
 * @param middleInterval Wilson's, of {@code middleShare}
 * @param baselineMiddleShare of the peers
 */
public record RaterProfile(
    long n,
    double mean,
    double baselineMean,
    double baselineVariance,
    double rawEffect,
    double reliability,
    double shrunkenEffect,
    double posteriorDeviation,
    double z,
    OptionalDouble deviationRatio,
    double middleShare,
    Interval middleInterval,
    double baselineMiddleShare) {

  /**
   * Draws the profile; empty when the manager rated nobody, or the peers' ratings don't vary.
   *
   * @param manager the manager's ratings
   * @param peers those of all others, on the same scale
   * @param betweenVariance τ², the variance between managers, finite and not negative
   * @throws IllegalArgumentException another variance, or different scales
   */
  public static Optional<RaterProfile> of(
      LevelCounts manager, LevelCounts peers, double betweenVariance) {
    manager.requireSameScale(peers);
    if (!(betweenVariance >= 0 && betweenVariance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A variance of " + betweenVariance);
    }
    Moments own = Moments.of(manager);
    Moments others = Moments.of(peers);
    if (own.n() == 0 || others.n() < 2 || others.scatter() == 0) {
      return Optional.empty();
    }
    double baseline = others.variance();
    double raw = own.mean() - others.mean();
    double chance = baseline / own.n();
    double reliability = betweenVariance / (betweenVariance + chance);
    Selection middle = middle(manager);
    return Optional.of(
        new RaterProfile(
            own.n(),
            own.mean(),
            others.mean(),
            baseline,
            raw,
            reliability,
            reliability * raw,
            Math.sqrt(betweenVariance * (1 - reliability)),
            raw / Math.sqrt(chance),
            own.n() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(own.variance() / baseline)),
            middle.rate(),
            Proportions.wilson(middle, Interval.USUAL),
            middle(peers).rate()));
  }

  private static Selection middle(LevelCounts counts) {
    int low = (counts.levels() + 1) / 2;
    int high = counts.levels() / 2 + 1;
    long sum = low == high ? counts.at(low) : counts.at(low) + counts.at(high);
    return new Selection(sum, counts.people());
  }
}
