package org.evenhand.analytics.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.fairness.FairnessView.CliffsDeltaView;
import org.evenhand.analytics.fairness.FairnessView.DimensionName;
import org.evenhand.analytics.fairness.FairnessView.GroupRole;
import org.evenhand.analytics.fairness.FairnessView.GroupView;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.fairness.FairnessView.InterimView;
import org.evenhand.analytics.fairness.FairnessView.RuleView;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.statistics.verdict.Family;
import org.evenhand.analytics.statistics.verdict.InterimLook;
import org.evenhand.analytics.statistics.verdict.VerdictRule;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** Puts the results into the words of the API. */
record Answer(
    Cycle cycle, Dimension dimension, Phase phase, Optional<Edition> edition, int leastGroup) {

  private static final RuleView RULE =
      new RuleView(
          VerdictRule.STANDARD.name(),
          VerdictRule.STANDARD.version(),
          VerdictRule.STANDARD.evidenceBelow(),
          "CRITICAL takes a critical size, evidence, and either the same within job families and"
              + " levels or a second cycle in a row. A difference that goes away within them is"
              + " EXPLAINED.");

  /** All tests of a metric in the cycle, at the look that the edition is. */
  Family family(Metric metric) {
    return new Family(cycle.key(), metric, look());
  }

  private InterimLook look() {
    return edition.map(last -> last.look(phase)).orElse(InterimLook.FINAL);
  }

  FairnessView without(boolean gathering) {
    Visibility state = gathering ? Visibility.GATHERING : Visibility.NO_RATINGS;
    return new FairnessView(
        CycleView.of(cycle),
        new DimensionName(dimension.key(), dimension.label()),
        phase,
        state,
        state.words(),
        leastGroup,
        ReleaseView.of(cycle, edition),
        null,
        null,
        null,
        0,
        null,
        RULE,
        List.of());
  }

  FairnessView with(
      Look.Shown shown,
      Compartment compartment,
      List<JudgedComparison> ratios,
      List<JudgedComparison> deltas) {
    Suppression hidden = shown.suppression();
    List<GroupView> groups = new ArrayList<>();
    for (Group group : compartment.partition().groups()) {
      groups.add(
          hidden.hides(group.name())
              ? suppressed(group)
              : group(
                  group,
                  hidden.hidden().isEmpty() ? share(group, compartment.partition()) : null,
                  group.counts().atOrAbove(shown.scale().favourableFrom()),
                  of(ratios, group),
                  of(deltas, group),
                  shown.source(group.name())));
    }
    boolean any = groups.stream().anyMatch(group -> !group.suppressed());
    Visibility state = any ? Visibility.SHOWN : Visibility.TOO_FEW_PEOPLE;
    return new FairnessView(
        CycleView.of(cycle),
        new DimensionName(dimension.key(), dimension.label()),
        phase,
        state,
        state.words(),
        leastGroup,
        ReleaseView.of(cycle, edition),
        shown.scale(),
        shown.edition().publishedAt(),
        hidden.hidden().isEmpty() ? shown.people() : null,
        shown.onOtherScales(),
        interim(),
        RULE,
        groups);
  }

  private @Nullable InterimView interim() {
    return look().isFinal()
        ? null
        : new InterimView(
            look().share(),
            look().bound(VerdictRule.STANDARD.evidenceBelow()),
            "When calibration began, not all ratings were in. Evidence has to pass the bound of a"
                + " look at this share of them, so that looking twice does not find what is not"
                + " there.");
  }

  private static double share(Group group, Partition all) {
    return all.people() == 0 ? 0 : (double) group.counts().people() / all.people();
  }

  private Optional<JudgedComparison> of(List<JudgedComparison> judged, Group group) {
    return judged.stream().filter(each -> each.isOf(dimension.key(), group.name())).findFirst();
  }

  private GroupView suppressed(Group group) {
    return new GroupView(
        group.name(),
        GroupRole.SUPPRESSED,
        true,
        SuppressionWords.rule(leastGroup),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private GroupView group(
      Group group,
      @Nullable Double share,
      Selection selection,
      Optional<JudgedComparison> ratio,
      Optional<JudgedComparison> delta,
      Optional<FigureSource> source) {
    return new GroupView(
        group.name(),
        role(ratio.orElse(null)),
        false,
        null,
        selection.people(),
        selection.selected(),
        selection.people() == 0 ? null : selection.rate(),
        share,
        source.orElse(null),
        ratio.map(Figures::impactRatio).map(this::tested).orElse(null),
        delta.map(Figures::cliffsDelta).map(this::tested).orElse(null));
  }

  /** After the judgement, effects are reported and not tested anew. */
  private boolean isReportOnly() {
    return edition.filter(Edition::reportsOnly).isPresent();
  }

  private ImpactRatioView tested(ImpactRatioView ratio) {
    return isReportOnly() ? Reported.of(ratio) : ratio;
  }

  private CliffsDeltaView tested(CliffsDeltaView delta) {
    return isReportOnly() ? Reported.of(delta) : delta;
  }

  /** The reference is the one group that isn't compared with another. */
  private static GroupRole role(@Nullable JudgedComparison judged) {
    return judged == null ? GroupRole.REFERENCE : judged.role();
  }
}
