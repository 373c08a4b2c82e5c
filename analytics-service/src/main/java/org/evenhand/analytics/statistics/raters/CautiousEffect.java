package org.evenhand.analytics.statistics.raters;

import java.util.List;
import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What may be said of a rater's effect when neither how much raters differ nor where the peers lie
 * is known for sure: the posterior by which raters are named.
 *
 * <p>raw | θ is normal about θ with variance c + v, and θ about 0 with variance λ: λ is the lower
 * limit of τ², c = s²/n the chance of the rater's own ratings, and v = Σ wⱼ² (τ² + s²/nⱼ) that of
 * the peers' mean, wⱼ = nⱼ/Σn over the peers. So θ is normal about B · raw, B = λ/(λ + c + v), with
 * variance λ (1 − B). v takes the estimate of τ², λ its limit: each errs towards naming nobody.
 * What is more probable than not is therefore never more probable than by a profile which takes
 * both as known. Sources: C. N. Morris, JASA 78 (1983), for the posterior and for why it says too
 * much when τ² is estimated and taken as known; for the limit see {@link OneWayEffects}.
 *
 * <p>Edges: where λ is 0, nothing is probable. One peer of many ratings counts as one rater whose
 * own effect nobody knows, however well its mean is known.
 *
 * @param effect B · raw, in rating points
 * @param deviation √(λ (1 − B)), in rating points
 */
public record CautiousEffect(double effect, double deviation) {

  static CautiousEffect of(RaterProfile profile, List<LevelCounts> peers, OneWayEffects among) {
    double variance = profile.baselineVariance();
    double chance = variance / profile.n() + chanceOfMean(peers, among.betweenVariance(), variance);
    double between = among.leastBetweenVariance();
    double reliability = between / (between + chance);
    return new CautiousEffect(
        reliability * profile.rawEffect(), Math.sqrt(between * (1 - reliability)));
  }

  private static double chanceOfMean(
      List<LevelCounts> peers, double betweenVariance, double variance) {
    double people = 0;
    double squares = 0;
    for (LevelCounts peer : peers) {
      people += peer.people();
      squares += (double) peer.people() * peer.people();
    }
    return betweenVariance * squares / (people * people) + variance / people;
  }

  /**
   * How probable it is that the effect, in the direction that it has, is larger than so many rating
   * points: Φ((|effect| − points)/deviation). 0 where raters may not differ at all.
   */
  public double probabilityBeyond(double points) {
    return deviation == 0 ? 0 : Gaussian.below((Math.abs(effect) - points) / deviation);
  }
}
