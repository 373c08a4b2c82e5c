package org.evenhand.analytics.statistics.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tabular CUSUM: does a series leave its target by a small amount that stays?
 *
 * <p>C⁺ᵢ = max(0, xᵢ − (μ₀ + K) + C⁺ᵢ₋₁), C⁻ alike downwards, K = kσ, a signal above H = hσ.
 * Source: D. C. Montgomery, <em>Introduction to Statistical Quality Control</em>, chapter 9. With k
 * = .5 and h = 5 a shift of one σ is seen after about ten points, and a false alarm comes once in
 * 465. A series without points has no signal; its points are finite.
 *
 * @param target μ₀
 * @param sigma the standard deviation of a point, above 0
 * @param slack k, in σ, not negative
 * @param limit h, in σ, above 0
 */
public record Cusum(double target, double sigma, double slack, double limit) {
  public Cusum {
    if (!(sigma > 0) || !(slack >= 0) || !(limit > 0)) {
      throw new IllegalArgumentException(
          "A CUSUM with sigma " + sigma + ", k " + slack + " and h " + limit);
    }
  }

  /** The design in use: k = .5, h = 5. */
  public static Cusum usual(double target, double sigma) {
    return new Cusum(target, sigma, 0.5, 5);
  }

  /** The way in which a series left its target. */
  public enum Side {
    UPPER,
    LOWER
  }

  /**
   * The sums after one point.
   *
   * @param upper C⁺
   * @param upperRun how many points in a row C⁺ has been above 0
   * @param lower C⁻
   * @param lowerRun how many points in a row C⁻ has been above 0
   */
  public record Sums(double upper, int upperRun, double lower, int lowerRun) {
    /** Where every series begins. */
    public static final Sums NONE = new Sums(0, 0, 0, 0);
  }

  /**
   * The first point beyond the limit.
   *
   * @param point counted from 1
   * @param side where it left
   * @param changedAfter the last point before the change, as the run of the sum tells
   * @param shiftedMean the estimate of the mean since then
   */
  public record Signal(int point, Side side, int changedAfter, double shiftedMean) {}

  /** The sums after one more point. */
  public Sums next(Sums before, double x) {
    double upper = Math.max(0, x - (target + slack * sigma) + before.upper());
    double lower = Math.max(0, target - slack * sigma - x + before.lower());
    return new Sums(
        upper, upper > 0 ? before.upperRun() + 1 : 0, lower, lower > 0 ? before.lowerRun() + 1 : 0);
  }

  /** The sums after each point of a series. */
  public List<Sums> sums(double... series) {
    List<Sums> sums = new ArrayList<>();
    Sums last = Sums.NONE;
    for (double x : series) {
      last = next(last, x);
      sums.add(last);
    }
    return sums;
  }

  /** The first signal of a series; empty while it keeps to its target. */
  public Optional<Signal> firstSignal(double... series) {
    List<Sums> sums = sums(series);
    for (int i = 0; i < sums.size(); i++) {
      Sums at = sums.get(i);
      if (at.upper() > limit * sigma) {
        double shift = slack * sigma + at.upper() / at.upperRun();
        return Optional.of(new Signal(i + 1, Side.UPPER, i + 1 - at.upperRun(), target + shift));
      }
      if (at.lower() > limit * sigma) {
        double shift = slack * sigma + at.lower() / at.lowerRun();
        return Optional.of(new Signal(i + 1, Side.LOWER, i + 1 - at.lowerRun(), target - shift));
      }
    }
    return Optional.empty();
  }
}
