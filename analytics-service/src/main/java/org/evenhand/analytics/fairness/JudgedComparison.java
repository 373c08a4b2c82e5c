package org.evenhand.analytics.fairness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.analytics.fairness.FairnessView.GroupRole;
import org.evenhand.analytics.statistics.effects.Effect;
import org.evenhand.analytics.statistics.verdict.Comparison;
import org.evenhand.analytics.statistics.verdict.Family;
import org.evenhand.analytics.statistics.verdict.PriorWarning;
import org.evenhand.analytics.statistics.verdict.Verdict;
import org.evenhand.analytics.statistics.verdict.VerdictRule;

/** A comparison with the verdict on it. */
public record JudgedComparison(Comparison comparison, Verdict verdict) {

  /**
   * Judges a metric in all dimensions of a cycle together: they are one family of tests.
   *
   * @param before the results of the same metric in the previous cycle on the same scale
   */
  static List<JudgedComparison> all(
      Family family, Collection<Compartment> dimensions, Set<PriorWarning> before) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Compartment each : dimensions) {
      comparisons.addAll(each.comparisons(family.metric()));
    }
    return of(family, comparisons, before);
  }

  /**
   * Judges comparisons as one family of tests.
   *
   * @param before what the same comparisons warned of before
   */
  public static List<JudgedComparison> of(
      Family family, List<Comparison> comparisons, Set<PriorWarning> before) {
    List<Verdict> verdicts = VerdictRule.STANDARD.judge(family, comparisons, before);
    List<JudgedComparison> judged = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      judged.add(new JudgedComparison(comparisons.get(i), verdicts.get(i)));
    }
    return judged;
  }

  public boolean isOf(String dimension, String group) {
    return comparison.dimension().equals(dimension) && comparison.group().equals(group);
  }

  /** What the group is in it. */
  public GroupRole role() {
    if (comparison instanceof Comparison.Compared) {
      return GroupRole.COMPARED;
    }
    return comparison instanceof Comparison.Coverage ? GroupRole.COVERAGE : GroupRole.NOT_COMPARED;
  }

  Optional<Effect> effect() {
    if (comparison instanceof Comparison.Compared compared) {
      return Optional.of(compared.effect());
    }
    return comparison instanceof Comparison.Coverage coverage
        ? Optional.of(coverage.effect())
        : Optional.empty();
  }
}
