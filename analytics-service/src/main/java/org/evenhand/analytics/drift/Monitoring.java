package org.evenhand.analytics.drift;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.monitoring.Cusum;
import org.evenhand.analytics.statistics.monitoring.Ewma;
import org.evenhand.analytics.statistics.monitoring.PChart;
import org.evenhand.analytics.statistics.monitoring.StandardisedMeans;

/**
 * The later cycles of a series compared with its first eight: metric {@code ratingDrift}. CUSUM
 * alone decides; EWMA and the chart of the favourable share are shown beside it.
 *
 * @param points all of the series, the baseline first
 * @param sums of the cycles after the baseline
 * @param averages of the cycles after the baseline
 * @param shares the baseline's chart of the favourable share; empty where too few are expected
 */
record Monitoring(
    List<Point> points,
    StandardisedMeans means,
    List<Cusum.Sums> sums,
    List<Ewma.Point> averages,
    Optional<PChart> shares) {

  static final int BASELINE = 8;

  private static final Cusum CUSUM = Cusum.usual(0, 1);

  /**
   * A false alarm about once in 500 points. Source: J. M. Lucas and M. S. Saccucci, Technometrics
   * 32 (1990), table 3.
   */
  private static final Ewma EWMA = new Ewma(0, 1, 0.2, 2.962);

  /** H in σ by which a sum is worth a note, a warning, critical. */
  private static final double NOTE = 4;

  private static final double WARN = 5;
  private static final double CRITICAL = 8;

  /**
   * Empty while nothing comes after the baseline, and when everybody in the baseline is rated
   * alike.
   */
  static Optional<Monitoring> of(List<Point> points, int favourableFrom) {
    if (points.size() <= BASELINE) {
      return Optional.empty();
    }
    List<Moments> moments = points.stream().map(Point::moments).toList();
    return StandardisedMeans.of(moments, BASELINE).map(means -> of(points, means, favourableFrom));
  }

  private static Monitoring of(List<Point> points, StandardisedMeans means, int favourableFrom) {
    double[] later = means.z().stream().skip(BASELINE).mapToDouble(Double::doubleValue).toArray();
    PChart baseline =
        PChart.baseline(
            points.stream()
                .limit(BASELINE)
                .map(point -> point.favourable(favourableFrom))
                .toList());
    return new Monitoring(
        points,
        means,
        CUSUM.sums(later),
        EWMA.chart(later),
        Optional.of(baseline).filter(PChart::isBaseline));
  }

  Cusum.Sums last() {
    return sums.get(sums.size() - 1);
  }

  boolean isUpper() {
    return last().upper() >= last().lower();
  }

  double sum() {
    return Math.max(last().upper(), last().lower());
  }

  Size size() {
    double sum = sum();
    if (sum > CRITICAL) {
      return Size.CRITICAL;
    }
    if (sum > WARN) {
      return Size.WARN;
    }
    return sum > NOTE ? Size.NOTE : Size.NONE;
  }

  /** The last cycle before the sum that is highest now began to rise. */
  Point changedAfter() {
    int run = isUpper() ? last().upperRun() : last().lowerRun();
    return points.get(points.size() - 1 - run);
  }

  /** How many cycles at the baseline's mean bring the sum back below a note. */
  long cyclesToClear() {
    return (long) Math.ceil((sum() - NOTE) / CUSUM.slack());
  }

  /** The mean that brings the sum back at once, if the next cycle has as many people. */
  double clearingMean() {
    double z = NOTE + CUSUM.slack() - sum();
    long people = points.get(points.size() - 1).counts().people();
    return means.meanAt(isUpper() ? z : -z, people);
  }
}
