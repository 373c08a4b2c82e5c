package org.evenhand.analytics.statistics.raters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.FDistribution;
import org.evenhand.analytics.statistics.Moments;

/**
 * One-way random effects: how much of what groups differ by is the groups, and how far each is from
 * the rest once chance is taken out (empirical Bayes).
 *
 * <p>τ² = (MSB − MSW)/n₀, at least 0, n₀ = (N − Σn²/N)/(groups − 1); the effect of a group is Bᵢ
 * (meanᵢ − μ), Bᵢ = τ²/(τ² + σ²/nᵢ): the fewer people, the closer to 0. μ weighs each group by
 * 1/(τ² + σ²/nᵢ). Sources: S. R. Searle, G. Casella and C. E. McCulloch, <em>Variance
 * Components</em> (1992), chapter 3; C. N. Morris, JASA 78 (1983).
 *
 * <p>Of few groups τ² is known only roughly. Its lower limit is (MSB/F₀.₉ − MSW)/n₀, at least 0,
 * F₀.₉ the quantile of F with groups − 1 and N − groups degrees: in nine of ten samples τ² lies
 * above it, exactly so where groups are of one size (as a share of σ²), and at τ² = 0 for any
 * sizes.
 *
 * @param mean μ
 * @param betweenMeanSquare MSB
 * @param withinMeanSquare MSW, the estimate of σ²
 * @param betweenVariance τ²
 * @param leastBetweenVariance the lower limit of τ², with a confidence of {@value #CONFIDENCE}; 0
 *     unless groups differ by more than chance would bring in one sample of ten
 * @param f MSB/MSW
 * @param p of F
 * @param effects by group
 */
public record OneWayEffects(
    double mean,
    double betweenMeanSquare,
    double withinMeanSquare,
    double betweenVariance,
    double leastBetweenVariance,
    double f,
    double p,
    SortedMap<String, Effect> effects) {

  /** That of the lower limit of τ². */
  public static final double CONFIDENCE = .9;

  /**
   * The effect of one group.
   *
   * @param raw its mean minus μ
   * @param reliability B, 0 to 1
   * @param shrunken B · raw
   */
  public record Effect(double raw, double reliability, double shrunken) {}

  /**
   * Analyses groups with people. Empty with fewer than two groups, when no group has two people, or
   * when nothing varies within groups: then there is no chance to take out. Where groups differ by
   * no more than chance τ² is 0, and so is every effect.
   *
   * @throws IllegalArgumentException an empty group
   */
  public static Optional<OneWayEffects> of(Map<String, Moments> groups) {
    Moments all = new Moments(0, 0, 0);
    double within = 0;
    double sumOfSquaredSizes = 0;
    for (Moments group : groups.values()) {
      if (group.n() == 0) {
        throw new IllegalArgumentException("An empty group");
      }
      all = all.plus(group);
      within += group.scatter();
      sumOfSquaredSizes += (double) group.n() * group.n();
    }
    double betweenFreedom = groups.size() - 1.0;
    double withinFreedom = (double) all.n() - groups.size();
    if (betweenFreedom < 1 || withinFreedom < 1 || within == 0) {
      return Optional.empty();
    }
    double between = 0;
    for (Moments group : groups.values()) {
      double deviation = group.mean() - all.mean();
      between += group.n() * deviation * deviation;
    }
    double msb = between / betweenFreedom;
    double msw = within / withinFreedom;
    double size = (all.n() - sumOfSquaredSizes / all.n()) / betweenFreedom;
    double tau = Math.max(0, (msb - msw) / size);
    double mean = weightedMean(groups, tau, msw);
    FDistribution chance = FDistribution.of(betweenFreedom, withinFreedom);
    double quantile = chance.inverseCumulativeProbability(CONFIDENCE);
    return Optional.of(
        new OneWayEffects(
            mean,
            msb,
            msw,
            tau,
            Math.max(0, (msb / quantile - msw) / size),
            msb / msw,
            chance.survivalProbability(msb / msw),
            effects(groups, mean, tau, msw)));
  }

  private static double weightedMean(Map<String, Moments> groups, double tau, double sigma) {
    double sum = 0;
    double weights = 0;
    for (Moments group : groups.values()) {
      double weight = 1 / (tau + sigma / group.n());
      sum += weight * group.mean();
      weights += weight;
    }
    return sum / weights;
  }

  private static SortedMap<String, Effect> effects(
      Map<String, Moments> groups, double mean, double tau, double sigma) {
    Map<String, Effect> effects = new LinkedHashMap<>();
    groups.forEach(
        (name, group) -> {
          double raw = group.mean() - mean;
          double reliability = tau / (tau + sigma / group.n());
          effects.put(name, new Effect(raw, reliability, reliability * raw));
        });
    return new TreeMap<>(effects);
  }

  /** The intraclass correlation ICC(1): the share of the variance that lies between groups. */
  public double intraclass() {
    return betweenVariance / (betweenVariance + withinMeanSquare);
  }
}
