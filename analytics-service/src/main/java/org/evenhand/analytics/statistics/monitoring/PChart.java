package org.evenhand.analytics.statistics.monitoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.analytics.statistics.Selection;

/**
 * The p-chart of a share over time, and Laney's p′-chart for shares that vary more than a binomial
 * does.
 *
 * <p>Limits p̄ ± 3σᵢ, σᵢ = √(p̄(1−p̄)/nᵢ) by each point's own n, and times σ_z in Laney's. σ_z is
 * the mean moving range of zᵢ = (pᵢ − p̄)/σᵢ over 1.128; about 1 says that there is no
 * over-dispersion. Sources: D. C. Montgomery, <em>Introduction to Statistical Quality Control</em>,
 * chapter 7; D. B. Laney, Quality Engineering 14 (2002).
 *
 * @param samples what the chart was made from, in order
 * @param mean p̄ over all samples
 * @param overDispersion σ_z of Laney's chart, 1 of a plain one
 * @param points one per sample
 */
public record PChart(
    List<Selection> samples, double mean, double overDispersion, List<Point> points) {
  /** The mean range of two standard normal values. */
  private static final double D2 = 1.128;

  private static final long LEAST_EXPECTED = 5;
  private static final int LEAST_POINTS = 8;

  public PChart {
    samples = List.copyOf(samples);
    points = List.copyOf(points);
  }

  /**
   * One point of the chart.
   *
   * @param share of the sample
   * @param low the lower limit, not below 0
   * @param high the upper limit, not above 1
   */
  public record Point(double share, double low, double high) {
    /** Whether the share lies beyond a limit. */
    public boolean isOut() {
      return share < low || share > high;
    }
  }

  /**
   * The plain chart.
   *
   * @throws IllegalArgumentException no sample, or an empty one
   */
  public static PChart of(List<Selection> samples) {
    return of(samples, mean(samples), 1);
  }

  /**
   * Laney's chart. Where everybody or nobody is selected, or with a single sample, there is no
   * moving range to learn from, and it is the plain chart. Where shares vary less than a binomial
   * does it is the narrower of the two, down to no width at all when they are all the same; {@link
   * #baseline} never is.
   *
   * @throws IllegalArgumentException no sample, or an empty one
   */
  public static PChart laney(List<Selection> samples) {
    double mean = mean(samples);
    if (samples.size() < 2 || mean == 0 || mean == 1) {
      return of(samples, mean, 1);
    }
    double ranges = 0;
    for (int i = 1; i < samples.size(); i++) {
      ranges +=
          Math.abs(standardised(samples.get(i), mean) - standardised(samples.get(i - 1), mean));
    }
    return of(samples, mean, ranges / (samples.size() - 1) / D2);
  }

  private static PChart of(List<Selection> samples, double mean, double overDispersion) {
    List<Point> points = new ArrayList<>();
    for (Selection sample : samples) {
      points.add(point(sample, mean, overDispersion));
    }
    return new PChart(samples, mean, overDispersion, points);
  }

  private static Point point(Selection sample, double mean, double overDispersion) {
    double half = 3 * sigma(sample, mean) * overDispersion;
    return new Point(sample.rate(), Math.max(0, mean - half), Math.min(1, mean + half));
  }

  /**
   * The chart of a baseline: Laney's where the shares vary more than a binomial does, else the
   * plain one, so that its limits are never narrower than chance.
   *
   * @throws IllegalArgumentException no sample, or an empty one
   */
  public static PChart baseline(List<Selection> samples) {
    PChart laney = laney(samples);
    return laney.overDispersion > 1 ? laney : of(samples);
  }

  /** A later sample, held against this chart as a baseline. */
  public Point pointOf(Selection later) {
    return point(later, mean, overDispersion);
  }

  private static double mean(List<Selection> samples) {
    Selection all = together(samples);
    if (all.people() == 0) {
      throw new IllegalArgumentException("A chart of no samples");
    }
    return all.rate();
  }

  private static Selection together(List<Selection> samples) {
    long selected = 0;
    long people = 0;
    for (Selection sample : samples) {
      if (sample.people() == 0) {
        throw new IllegalArgumentException("An empty sample has no share");
      }
      selected = Math.addExact(selected, sample.selected());
      people = Math.addExact(people, sample.people());
    }
    return new Selection(selected, people);
  }

  private static double sigma(Selection sample, double mean) {
    return Math.sqrt(mean * (1 - mean) / sample.people());
  }

  private static double standardised(Selection sample, double mean) {
    return (sample.rate() - mean) / sigma(sample, mean);
  }

  /** The points beyond the limits, counted from 1. */
  public List<Integer> out() {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).isOut()) {
        out.add(i + 1);
      }
    }
    return out;
  }

  /**
   * The plain chart of the samples that are not out: the baseline once their causes are known.
   *
   * @throws IllegalStateException every sample is out
   */
  public PChart revised() {
    List<Selection> inside = new ArrayList<>(samples);
    List<Integer> out = out();
    if (out.size() == samples.size()) {
      throw new IllegalStateException("Every sample is out of the limits");
    }
    for (int i = out.size() - 1; i >= 0; i--) {
      inside.remove(out.get(i) - 1);
    }
    return of(inside);
  }

  /**
   * Whether the chart may be used as a baseline: at least 8 points, each expecting at least 5
   * selected and 5 others. With fewer of either the limits of a normal distribution don't fit.
   */
  public boolean isBaseline() {
    Selection all = together(samples);
    long rarer = Math.min(all.selected(), all.others());
    BigInteger least = Selection.product(all.people(), LEAST_EXPECTED);
    return samples.size() >= LEAST_POINTS
        && samples.stream()
            .allMatch(sample -> Selection.product(sample.people(), rarer).compareTo(least) >= 0);
  }
}
