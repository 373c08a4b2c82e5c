package org.evenhand.bench.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.verdict.Comparison;
import org.evenhand.analytics.statistics.verdict.Family;
import org.evenhand.analytics.statistics.verdict.Verdict;
import org.evenhand.analytics.statistics.verdict.VerdictRule;

/**
 * How often the verdicts on groups find differences that were put in, and differences that weren't.
 */
final class GroupSimulation {
  private final int companies;
  private final SplittableRandom random;

  GroupSimulation(int companies, SplittableRandom random) {
    this.companies = companies;
    this.random = random;
  }

  /** What was found over all companies of a setting. */
  static final class Found {
    private final Map<Verdict.Outcome, Integer> focal = new EnumMap<>(Verdict.Outcome.class);
    private double falseEvidence;
    private double falseAlarms;

    private void add(Setting setting, List<Verdict> verdicts) {
      int evident = 0;
      int notSo = 0;
      int alarms = 0;
      int notRight = 0;
      for (Verdict verdict : verdicts) {
        boolean isFocal = verdict.group().equals(Attribute.FOCAL);
        boolean isTrue = isFocal && setting.hasDifference();
        if (isFocal) {
          focal.merge(verdict.outcome(), 1, Integer::sum);
        }
        if (Evident.isEvident(verdict)) {
          evident++;
          notSo += isTrue ? 0 : 1;
        }
        if (verdict.outcome().isAnswered()) {
          alarms++;
          notRight += isTrue ? 0 : 1;
        }
      }
      falseEvidence += evident == 0 ? 0 : (double) notSo / evident;
      falseAlarms += alarms == 0 ? 0 : (double) notRight / alarms;
    }

    int focal(Verdict.Outcome outcome) {
      return focal.getOrDefault(outcome, 0);
    }
  }

  Map<Metric, Found> run(Setting setting) {
    Map<Metric, Found> found = new EnumMap<>(Metric.class);
    for (int i = 0; i < companies; i++) {
      Cubes cubes = new Cubes();
      for (int person = 0; person < setting.people(); person++) {
        cubes.add(Person.any(setting, random));
      }
      for (Metric metric : Metric.values()) {
        List<Comparison> comparisons = cubes.comparisons(metric);
        found
            .computeIfAbsent(metric, none -> new Found())
            .add(setting, VerdictRule.STANDARD.judge(new Family("simulated", metric), comparisons));
      }
    }
    return found;
  }

  double falseEvidence(Found found) {
    return found.falseEvidence / companies;
  }

  double falseAlarms(Found found) {
    return found.falseAlarms / companies;
  }

  double share(Found found, Verdict.Outcome outcome) {
    return (double) found.focal(outcome) / companies;
  }
}
