package org.evenhand.analytics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The means of a series of groups, each in standard errors from the mean of the first ones: what a
 * CUSUM or an EWMA of groups of different size runs on.
 *
 * <p>zᵢ = (x̄ᵢ − μ₀) √nᵢ / (s σ_w), μ₀ and s being the pooled mean and the pooled deviation within
 * the groups of the baseline. Groups that differ by more than chance would make every later one a
 * signal; so σ_w, the mean moving range of the baseline's own standardised means over 1.128, widens
 * the unit where it is above 1, as Laney's chart does for shares. Sources: D. C. Montgomery,
 * <em>Introduction to Statistical Quality Control</em>, chapters 6 and 9; D. B. Laney, Quality
 * Engineering 14 (2002).
 *
 * @param mean μ₀
 * @param deviation s, above 0
 * @param overDispersion σ_w, at least 1
 * @param z of every group, those of the baseline first
 */
public record StandardisedMeans(
    double mean, double deviation, double overDispersion, List<Double> z) {

  /** The mean range of two standard normal values. */
  private static final double D2 = 1.128;

  public StandardisedMeans {
    z = List.copyOf(z);
  }

  /**
   * Standardises a series; empty when all of the baseline are rated the same within their groups:
   * then there is no chance to measure by.
   *
   * @param groups in order, each with people
   * @param baseline how many of the first form the baseline, at least 2 and at most all
   */
  public static Optional<StandardisedMeans> of(List<Moments> groups, int baseline) {
    if (baseline < 2 || baseline > groups.size()) {
      throw new IllegalArgumentException(baseline + " of " + groups.size() + " as a baseline");
    }
    Moments all = new Moments(0, 0, 0);
    double within = 0;
    for (Moments group : groups.subList(0, baseline)) {
      all = all.plus(group);
      within += group.scatter();
    }
    if (within == 0) {
      return Optional.empty();
    }
    StandardisedMeans plain =
        new StandardisedMeans(all.mean(), Math.sqrt(within / (all.n() - baseline)), 1, List.of());
    double widening = Math.max(1, movingRange(plain.standardise(groups.subList(0, baseline))) / D2);
    StandardisedMeans widened =
        new StandardisedMeans(plain.mean, plain.deviation, widening, List.of());
    return Optional.of(
        new StandardisedMeans(plain.mean, plain.deviation, widening, widened.standardise(groups)));
  }

  private List<Double> standardise(List<Moments> groups) {
    List<Double> standardised = new ArrayList<>();
    for (Moments group : groups) {
      standardised.add((group.mean() - mean) / unit(group.n()));
    }
    return standardised;
  }

  private static double movingRange(List<Double> series) {
    double ranges = 0;
    for (int i = 1; i < series.size(); i++) {
      ranges += Math.abs(series.get(i) - series.get(i - 1));
    }
    return ranges / (series.size() - 1);
  }

  private double unit(long people) {
    return overDispersion * deviation / Math.sqrt(people);
  }

  /** The mean of a group of so many people that lies {@code z} from the baseline. */
  public double meanAt(double atZ, long people) {
    return mean + atZ * unit(people);
  }
}
