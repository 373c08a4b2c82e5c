package org.evenhand.analytics.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.fairness.FairnessView.GroupRole;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.fairness.FairnessView.RuleView;
import org.evenhand.analytics.fairness.Figures;
import org.evenhand.analytics.fairness.JudgedComparison;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.verdict.Comparison;
import org.evenhand.analytics.statistics.verdict.Family;
import org.evenhand.analytics.statistics.verdict.PriorWarning;
import org.evenhand.analytics.statistics.verdict.VerdictRule;

/**
 * How a group fared at a stage: of those who came to the one before, how many came to it.
 *
 * @param judged empty for the reference
 */
public record StageResult(
    Stage stage,
    Dimension dimension,
    String group,
    Selection selection,
    Optional<JudgedComparison> judged) {

  /** By which all of them are judged. */
  public static final RuleView RULE =
      new RuleView(
          VerdictRule.STANDARD.name(),
          VerdictRule.STANDARD.version(),
          VerdictRule.STANDARD.evidenceBelow(),
          "CRITICAL takes a critical size, evidence, and either the same within job families and"
              + " levels or a second year in a row. A difference that goes away within them is"
              + " EXPLAINED.");

  /**
   * Judges all stages in all dimensions of an audit together: they are one family of tests.
   *
   * @param before what was warned of in the audit of the year before
   * @return the results of all groups that are shown
   */
  static List<StageResult> of(String audit, Collection<Funnel> funnels, Set<PriorWarning> before) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Funnel funnel : funnels) {
      for (Stage stage : Stage.compared()) {
        comparisons.addAll(
            Comparison.of(
                funnel.at(stage),
                Metric.IMPACT_RATIO,
                Funnel.REACHED,
                funnel.suppression(),
                stage.words()));
      }
    }
    List<JudgedComparison> judged =
        JudgedComparison.of(new Family(audit, Metric.IMPACT_RATIO), comparisons, before);
    List<StageResult> results = new ArrayList<>();
    for (Funnel funnel : funnels) {
      for (Stage stage : Stage.compared()) {
        for (String group : funnel.shown().keySet()) {
          String partition = Funnel.partition(stage, funnel.dimension().key());
          results.add(
              new StageResult(
                  stage,
                  funnel.dimension(),
                  group,
                  funnel.selection(stage, group),
                  judged.stream().filter(each -> each.isOf(partition, group)).findFirst()));
        }
      }
    }
    return results;
  }

  /** What it would repeat, had it been warned of in the year before. */
  public static PriorWarning asPriorWarning(Stage stage, String dimension, String group) {
    return new PriorWarning(Funnel.partition(stage, dimension), group, true);
  }

  boolean isOf(String key, String value) {
    return dimension.key().equals(key) && group.equals(value);
  }

  Optional<ImpactRatioView> impactRatio() {
    return judged.map(Figures::impactRatio);
  }

  /** The reference is the one group that isn't compared with another. */
  public GroupRole role() {
    return judged.map(JudgedComparison::role).orElse(GroupRole.REFERENCE);
  }
}
