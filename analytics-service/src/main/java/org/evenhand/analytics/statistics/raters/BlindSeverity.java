package org.evenhand.analytics.statistics.raters;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Size;

/**
 * How much higher a rater scores than others who scored the same samples blind.
 *
 * <p>Of a sample s with r_s raters it is d_s = own − mean of the other r_s − 1; of m samples D =
 * the mean of d_s, with Student's interval D ± t(m − 1) · √(max(v, c) / m). v is the variance of
 * d_s with m − 1; c is the mean over samples of (1 + 1/(r_s − 1))/12, what rounding to whole levels
 * alone makes of it. Sources: Student, Biometrika 6 (1908); W. F. Sheppard, Proceedings of the
 * London Mathematical Society 29 (1898), for the twelfth.
 *
 * <p>The samples are the same for all, so that a strong team can't be the reason; what is left is
 * relative: all that it says is how the rater lies beside those others. It is not shrunken: the
 * samples are few by design, and the interval says how little they tell.
 *
 * <p>Domain: samples that at least {@value #LEAST_RATERS} scored, at least {@value #LEAST_SAMPLES}
 * of them, all on one scale. Others are passed over. Edges: fewer give nothing. Zero variance is
 * not taken for certainty: the interval then has the width that c gives it, which also keeps it
 * from telling that each difference was the same. Where the others gave one level throughout there
 * is nothing either, because their mean would tell each of their scores.
 *
 * <p>What can be had of it: who knows their own scores has from D the mean of the others over all
 * samples, and from the interval how much that varies from sample to sample; with exactly three
 * raters it is that of the two others together, and no score of one of them. The least number of
 * samples keeps it from telling of one sample.
 *
 * @param samples m
 * @param difference D, in rating points: positive is lenient, negative severe
 * @param error √(max(v, c) / m), positive
 */
public record BlindSeverity(int samples, double difference, double error) {

  /** The least number of raters, this one included, for a sample to count. */
  public static final int LEAST_RATERS = 3;

  /** The least number of samples. */
  public static final int LEAST_SAMPLES = 10;

  private static final double GROUPING = 1 / 12.0;

  /** Measures a rater; empty as said above. */
  public static Optional<BlindSeverity> of(List<BlindSample> scored) {
    List<BlindSample> counted =
        scored.stream().filter(sample -> sample.raters() >= LEAST_RATERS).toList();
    int samples = counted.size();
    if (samples < LEAST_SAMPLES || othersGaveOneLevel(counted)) {
      return Optional.empty();
    }
    double mean = counted.stream().mapToDouble(BlindSample::difference).sum() / samples;
    double scatter = 0;
    double grouping = 0;
    for (BlindSample sample : counted) {
      double off = sample.difference() - mean;
      scatter += off * off;
      grouping += GROUPING * (1 + 1.0 / sample.others().size());
    }
    double variance = Math.max(scatter / (samples - 1), grouping / samples);
    return Optional.of(new BlindSeverity(samples, mean, Math.sqrt(variance / samples)));
  }

  private static boolean othersGaveOneLevel(List<BlindSample> samples) {
    return samples.stream().flatMap(sample -> sample.others().stream()).distinct().count() == 1;
  }

  /** Student's interval of the difference; for example 0.95. */
  public Interval interval(double confidence) {
    double half = student().inverseCumulativeProbability((1 + confidence) / 2) * error;
    return new Interval(difference - half, difference + half, confidence);
  }

  /** How large the difference is, whatever the evidence. */
  public Size size() {
    return RaterSeverity.sizeOf(difference);
  }

  /** The largest size beyond which the difference almost surely lies. */
  public Size level() {
    Size reached = Size.NONE;
    for (Size size : Size.values()) {
      if (size != Size.NONE && probabilityBeyond(size) > RaterSeverity.SURE) {
        reached = size;
      }
    }
    return reached;
  }

  /** One-sided, in the direction that the difference has. */
  private double probabilityBeyond(Size size) {
    return student()
        .cumulativeProbability((Math.abs(difference) - RaterSeverity.points(size)) / error);
  }

  private TDistribution student() {
    return TDistribution.of(samples - 1);
  }
}
