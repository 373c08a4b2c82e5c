package org.evenhand.analytics.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.partition.Disclosure;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.statistics.verdict.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * The groups of an attribute before and after, as far as the edition shows each by itself. What the
 * edition shows is what is held against the draft, so that a look at both shows nobody who is in
 * one alone; and the reference is the published one.
 */
final class ReplayedGroups {

  private final Look.Shown shown;
  private final Partition before;
  private final Set<String> undeclared;
  private final DraftScale scale;
  private final Set<String> hidden;

  /**
   * @param undeclared the groups that say nothing of their people
   */
  ReplayedGroups(Look.Shown shown, Partition before, Set<String> undeclared, DraftScale scale) {
    this.shown = shown;
    this.before = before;
    this.undeclared = undeclared;
    this.scale = scale;
    this.hidden = hidden(shown);
  }

  /** One that is carried is of other people than those who count now. */
  private static Set<String> hidden(Look.Shown shown) {
    Set<String> hidden = new TreeSet<>(shown.hidden());
    shown.groups().stream()
        .filter(group -> group.source() != null)
        .map(ShownGroup::value)
        .forEach(hidden::add);
    return hidden;
  }

  boolean areAllHidden() {
    return declared().allMatch(group -> hidden.contains(group.name()));
  }

  /** Named without figures. */
  List<FairnessTold.OfGroup> withoutFigures() {
    return declared().map(group -> FairnessTold.OfGroup.hidden(group.name())).toList();
  }

  private Stream<Group> declared() {
    return before.groups().stream().filter(Group::declared);
  }

  /**
   * Whether the figures of a group, or of those that are hidden, would tell how each of them is
   * rated under the draft.
   */
  boolean tellOfEveryone(Collection<Told> told) {
    Set<String> complement =
        told.stream().map(Told::value).filter(this::isLeftOver).collect(Collectors.toSet());
    return !complement.isEmpty()
            && !undeclared.containsAll(complement)
            && isAllAlike(counts(told, complement))
        || declared()
            .filter(group -> !hidden.contains(group.name()))
            .anyMatch(group -> isAllAlike(counts(told, Set.of(group.name()))));
  }

  private boolean isLeftOver(String value) {
    return undeclared.contains(value) || hidden.contains(value);
  }

  private static boolean isAllAlike(LevelCounts counts) {
    return Disclosure.ofDistribution(counts, 1) == Disclosure.HOMOGENEITY;
  }

  /** Every group as it is published, and after as far as it can be told. */
  List<FairnessTold.OfGroup> with(Collection<Told> told) {
    Map<String, Comparison> ratios = compared(Metric.IMPACT_RATIO, shown.suppression());
    Map<String, Comparison> deltas =
        compared(Metric.CLIFFS_DELTA, shown.suppressionOfDistributions());
    boolean folded = isFolded(told);
    return declared()
        .map(group -> of(group, ratios.get(group.name()), deltas.get(group.name()), told, folded))
        .toList();
  }

  private Map<String, Comparison> compared(Metric metric, Suppression suppressed) {
    return Comparison.of(before, metric, shown.scale().favourableFrom(), suppressed).stream()
        .collect(Collectors.toMap(Comparison::group, Function.identity()));
  }

  /**
   * A figure that leaves out five people is none: a draft by which one group alone loses would read
   * as if it changed nothing, and ten people of two hundred can be what crosses four fifths. It is
   * of the attribute as a whole, so that it tells of no group.
   */
  private static boolean isFolded(Collection<Told> told) {
    return told.stream().filter(Told::folded).mapToLong(Told::people).sum()
        >= Suppression.LEAST_GROUP;
  }

  private FairnessTold.OfGroup of(
      Group group,
      @Nullable Comparison ratio,
      @Nullable Comparison delta,
      Collection<Told> told,
      boolean folded) {
    String name = group.name();
    if (hidden.contains(name)) {
      return FairnessTold.OfGroup.hidden(name);
    }
    if (ratio == null) {
      return FairnessTold.OfGroup.reference(name);
    }
    if (!(ratio instanceof Comparison.Compared compared) || hidden.contains(compared.reference())) {
      return FairnessTold.OfGroup.notCompared(name);
    }
    String reference = compared.reference();
    boolean distributions =
        delta instanceof Comparison.Compared of && of.reference().equals(reference);
    FairnessTold.Figures was =
        figures(
            group.counts(),
            named(reference).counts(),
            shown.scale().favourableFrom(),
            distributions);
    return folded
        ? FairnessTold.OfGroup.folded(name, reference, was)
        : FairnessTold.OfGroup.compared(
            name,
            reference,
            was,
            figures(
                counts(told, Set.of(name)),
                counts(told, Set.of(reference)),
                scale.favourableFrom(),
                distributions));
  }

  private Group named(String name) {
    return before.groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static FairnessTold.Figures figures(
      LevelCounts focal, LevelCounts reference, int favourableFrom, boolean distributions) {
    return FairnessTold.Figures.of(
        new ImpactRatio(focal.atOrAbove(favourableFrom), reference.atOrAbove(favourableFrom)),
        distributions ? Optional.of(new CliffsDelta(focal, reference)) : Optional.empty());
  }

  private LevelCounts counts(Collection<Told> told, Set<String> values) {
    long[] counts = new long[scale.size()];
    told.stream()
        .filter(each -> values.contains(each.value()))
        .forEach(each -> counts[each.toldAs() - 1] += each.people());
    return LevelCounts.of(counts);
  }
}
