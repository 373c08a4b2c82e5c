package org.evenhand.bench.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.verdict.Comparison;
import org.evenhand.analytics.statistics.verdict.Family;
import org.evenhand.analytics.statistics.verdict.InterimLook;
import org.evenhand.analytics.statistics.verdict.VerdictRule;

/**
 * How often a reader who looks at an open cycle after each further twentieth of its ratings finds
 * evidence of a difference that isn't there: by the bound of each look, and by that of a single
 * test.
 */
final class LookSimulation {
  private static final int LOOKS = 20;

  private final int companies;
  private final SplittableRandom random;

  LookSimulation(int companies, SplittableRandom random) {
    this.companies = companies;
    this.random = random;
  }

  /**
   * Shares of companies in which some look before the end found something.
   *
   * @param bounded at the bound of the look
   * @param naive as if each look were the only one
   */
  record Found(double bounded, double naive) {}

  Map<Metric, Found> run(Setting setting) {
    Map<Metric, Integer> bounded = new EnumMap<>(Metric.class);
    Map<Metric, Integer> naive = new EnumMap<>(Metric.class);
    for (int i = 0; i < companies; i++) {
      Map<Metric, Boolean> early = new EnumMap<>(Metric.class);
      Map<Metric, Boolean> single = new EnumMap<>(Metric.class);
      Cubes cubes = new Cubes();
      for (int look = 1; look < LOOKS; look++) {
        for (int person = 0; person < setting.people() / LOOKS; person++) {
          cubes.add(Person.any(setting, random));
        }
        InterimLook now = new InterimLook((double) look / LOOKS);
        for (Metric metric : Metric.values()) {
          List<Comparison> comparisons = cubes.comparisons(metric);
          early.merge(metric, isEvident(metric, now, comparisons), Boolean::logicalOr);
          single.merge(
              metric, isEvident(metric, InterimLook.FINAL, comparisons), Boolean::logicalOr);
        }
      }
      early.forEach((metric, found) -> bounded.merge(metric, found ? 1 : 0, Integer::sum));
      single.forEach((metric, found) -> naive.merge(metric, found ? 1 : 0, Integer::sum));
    }
    Map<Metric, Found> found = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      found.put(
          metric,
          new Found(
              (double) bounded.getOrDefault(metric, 0) / companies,
              (double) naive.getOrDefault(metric, 0) / companies));
    }
    return found;
  }

  private static boolean isEvident(Metric metric, InterimLook look, List<Comparison> comparisons) {
    return VerdictRule.STANDARD.judge(new Family("simulated", metric, look), comparisons).stream()
        .anyMatch(Evident::isEvident);
  }
}
