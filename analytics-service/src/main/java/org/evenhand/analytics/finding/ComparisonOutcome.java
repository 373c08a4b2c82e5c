package org.evenhand.analytics.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.access.Stage;
import org.evenhand.analytics.access.StageResult;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.fairness.FairnessView;
import org.evenhand.analytics.fairness.FairnessView.CliffsDeltaView;
import org.evenhand.analytics.fairness.FairnessView.GroupView;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.fairness.FairnessView.RuleView;
import org.evenhand.analytics.fairness.Figures;
import org.evenhand.analytics.fairness.JudgedComparison;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Selection;
import org.jspecify.annotations.Nullable;

/** The outcome of one comparison of a judgement, with all its figures. */
public record ComparisonOutcome(
    Key key, String dimensionLabel, Scale scale, RuleView rule, FindingFigures figures) {

  /**
   * What is compared again from one judgement to the next.
   *
   * @param stage of opportunities; null where ratings are compared
   */
  public record Key(String metric, String dimension, String group, @Nullable Stage stage) {

    /** Of ratings. */
    public Key(String metric, String dimension, String group) {
      this(metric, dimension, group, null);
    }
  }

  /** Every comparison that these answers hold. A hidden group has none. */
  public static List<ComparisonOutcome> of(List<FairnessView> answers) {
    List<ComparisonOutcome> all = new ArrayList<>();
    for (FairnessView answer : answers) {
      Scale scale = answer.scale();
      if (scale != null) {
        answer.groups().forEach(group -> all.addAll(of(answer, scale, group)));
      }
    }
    return all;
  }

  private static List<ComparisonOutcome> of(FairnessView answer, Scale scale, GroupView group) {
    List<ComparisonOutcome> both = new ArrayList<>();
    if (group.impactRatio() != null) {
      both.add(of(answer, scale, group, Metric.IMPACT_RATIO));
    }
    if (group.cliffsDelta() != null) {
      both.add(of(answer, scale, group, Metric.CLIFFS_DELTA));
    }
    return both;
  }

  private static ComparisonOutcome of(
      FairnessView answer, Scale scale, GroupView group, Metric metric) {
    boolean isRatio = metric == Metric.IMPACT_RATIO;
    ImpactRatioView ratio = group.impactRatio();
    CliffsDeltaView delta = group.cliffsDelta();
    String reference =
        isRatio && ratio != null ? ratio.reference() : delta != null ? delta.reference() : null;
    return new ComparisonOutcome(
        new Key(metric.apiName(), answer.dimension().key(), group.value()),
        answer.dimension().label(),
        scale,
        answer.rule(),
        new FindingFigures(
            Optional.ofNullable(group.n()).orElse(0L),
            Optional.ofNullable(group.selected()).orElse(0L),
            Optional.ofNullable(group.rate()).orElse(0.0),
            group.carriedFrom(),
            source(answer, reference),
            isRatio ? ratio : null,
            isRatio ? null : delta));
  }

  /** Who came to a stage stands above who didn't. */
  public static final Scale REACHED = new Scale(2, 2);

  public static Key key(StageResult result) {
    return new Key(
        Metric.IMPACT_RATIO.apiName(), result.dimension().key(), result.group(), result.stage());
  }

  /** Of a group that is held against another at a stage of opportunities. */
  public static ComparisonOutcome of(StageResult result, JudgedComparison judged) {
    Selection selection = result.selection();
    return new ComparisonOutcome(
        key(result),
        result.dimension().label(),
        REACHED,
        StageResult.RULE,
        new FindingFigures(
            selection.people(),
            selection.selected(),
            selection.people() == 0 ? 0 : selection.rate(),
            null,
            null,
            Figures.impactRatio(judged),
            null));
  }

  private static @Nullable FigureSource source(FairnessView answer, @Nullable String name) {
    return answer.groups().stream()
        .filter(group -> group.value().equals(name))
        .findFirst()
        .map(GroupView::carriedFrom)
        .orElse(null);
  }

  public String outcome() {
    return figures.verdict().outcome();
  }

  public Optional<FindingVerdict> verdict() {
    return FindingVerdict.of(outcome());
  }

  public boolean isNoWarning() {
    return FindingVerdict.isNoWarning(outcome());
  }
}
