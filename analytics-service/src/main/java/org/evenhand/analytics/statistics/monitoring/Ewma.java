package org.evenhand.analytics.statistics.monitoring;

import java.util.ArrayList;
import java.util.List;

/**
 * The exponentially weighted moving average chart, with limits that widen from the first point on.
 *
 * <p>zᵢ = λxᵢ + (1 − λ)zᵢ₋₁; limits z₀ ± Lσ √(λ/(2−λ) · (1 − (1−λ)²ⁱ)). Source: D. C. Montgomery,
 * <em>Introduction to Statistical Quality Control</em>, chapter 9.
 *
 * @param target z₀
 * @param sigma the standard deviation of a point, above 0
 * @param weight λ, above 0 and at most 1
 * @param width L, in standard deviations of z
 */
public record Ewma(double target, double sigma, double weight, double width) {
  public Ewma {
    if (!(sigma > 0) || !(weight > 0 && weight <= 1) || !(width > 0)) {
      throw new IllegalArgumentException(
          "An EWMA with sigma " + sigma + ", lambda " + weight + " and L " + width);
    }
  }

  /**
   * One point of the chart.
   *
   * @param z the average
   * @param low the lower limit
   * @param high the upper limit
   */
  public record Point(double z, double low, double high) {
    /** Whether the average lies beyond a limit. */
    public boolean isSignal() {
      return z < low || z > high;
    }
  }

  /** The chart of a series of finite points; empty for an empty one. */
  public List<Point> chart(double... series) {
    List<Point> points = new ArrayList<>();
    double z = target;
    for (int i = 1; i <= series.length; i++) {
      z = weight * series[i - 1] + (1 - weight) * z;
      double settled = 1 - Math.pow(1 - weight, 2.0 * i);
      double half = width * sigma * Math.sqrt(weight / (2 - weight) * settled);
      points.add(new Point(z, target - half, target + half));
    }
    return points;
  }
}
