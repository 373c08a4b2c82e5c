package org.evenhand.analytics.statistics.stratified;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.partition.Group;

/**
 * The difference of two groups among people in the same stratum (job family and level), in the unit
 * of its metric: what is left of a difference once the jobs that the groups hold are taken out.
 *
 * <p>Shares: the Mantel-Haenszel ratio, the Cochran-Mantel-Haenszel test, and Breslow and Day's
 * (with Tarone's correction) of whether the strata agree. Ratings: van Elteren's delta and test.
 *
 * @param value empty where the ratio has none
 * @param interval of the value
 * @param significance of the stratified test
 * @param homogeneityP of the test that all strata have the same odds ratio; empty for ratings, and
 *     where fewer than two strata say something
 * @param behind whether the focal group fared worse within strata
 * @param size by the metric's thresholds
 * @param strata how many both groups are in
 * @param people how many people are in those
 */
public record StratifiedEffect(
    OptionalDouble value,
    Optional<Interval> interval,
    Significance significance,
    OptionalDouble homogeneityP,
    boolean behind,
    Size size,
    int strata,
    long people) {
  /** With fewer strata that both groups are in, it would be the effect of one kind of job. */
  public static final int LEAST_STRATA = 2;

  /** The least number of people in those strata. */
  public static final long LEAST_PEOPLE = 20;

  /**
   * Compares the groups within the strata that both are in. Empty with too few strata or people,
   * when all in each stratum are rated the same, and for shares when {@link MantelFleiss} says no.
   *
   * @param favourableFrom the ordinal from which on a person counts as selected
   */
  public static Optional<StratifiedEffect> of(
      Metric metric, Group focal, Group reference, int favourableFrom) {
    List<OrdinalStratum> shared = new ArrayList<>();
    focal
        .strata()
        .forEach(
            (name, counts) -> {
              LevelCounts others = reference.strata().get(name);
              if (others != null && counts.people() > 0 && others.people() > 0) {
                shared.add(new OrdinalStratum(name, counts, others));
              }
            });
    long people = shared.stream().mapToLong(OrdinalStratum::people).reduce(0, Math::addExact);
    if (shared.size() < LEAST_STRATA || people < LEAST_PEOPLE) {
      return Optional.empty();
    }
    return switch (metric) {
      case IMPACT_RATIO ->
          ofShares(
              shared.stream().map(stratum -> stratum.selection(favourableFrom)).toList(), people);
      case CLIFFS_DELTA -> ofRatings(shared, people);
    };
  }

  private static Optional<StratifiedEffect> ofShares(List<SelectionStratum> strata, long people) {
    if (!MantelFleiss.holds(strata)) {
      return Optional.empty();
    }
    Optional<MantelHaenszelRatio> ratio = MantelHaenszelRatio.of(strata, Interval.USUAL);
    OptionalDouble homogeneity =
        CommonOddsRatio.of(strata, Interval.USUAL)
            .flatMap(common -> BreslowDay.of(strata, common))
            .map(test -> OptionalDouble.of(test.taroneP()))
            .orElse(OptionalDouble.empty());
    return CochranMantelHaenszel.of(strata)
        .map(
            test ->
                new StratifiedEffect(
                    ratio.map(of -> OptionalDouble.of(of.value())).orElse(OptionalDouble.empty()),
                    ratio.map(MantelHaenszelRatio::interval),
                    new Significance(Significance.Test.COCHRAN_MANTEL_HAENSZEL, test.p()),
                    homogeneity,
                    test.surplus() < 0,
                    ratio.map(of -> Metric.IMPACT_RATIO.sizeOf(of.value())).orElse(Size.NONE),
                    strata.size(),
                    people));
  }

  private static Optional<StratifiedEffect> ofRatings(List<OrdinalStratum> strata, long people) {
    Optional<StratifiedDelta> delta = StratifiedDelta.of(strata, Interval.USUAL);
    return VanElteren.of(strata, VanElteren.Scores.MIDRANK)
        .map(
            test ->
                new StratifiedEffect(
                    delta.map(of -> OptionalDouble.of(of.value())).orElse(OptionalDouble.empty()),
                    delta.map(StratifiedDelta::interval),
                    new Significance(Significance.Test.VAN_ELTEREN, test.p()),
                    OptionalDouble.empty(),
                    test.z() < 0,
                    delta.map(of -> Metric.CLIFFS_DELTA.sizeOf(of.value())).orElse(Size.NONE),
                    strata.size(),
                    people));
  }
}
