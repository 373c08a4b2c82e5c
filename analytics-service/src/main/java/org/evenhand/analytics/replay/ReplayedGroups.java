package org.evenhand.analytics.replay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

/**
 * The groups of an attribute before and after, as far as the edition shows each by itself, with its
 * distribution. What the edition shows is what is held against the draft, so that a look at both
 * shows nobody who is in one alone.
 */
final class ReplayedGroups {

  private final Look.Shown shown;
  private final Partition before;
  private final Set<String> undeclared;
  private final DraftScale scale;
  private final Suppression hidden;

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
  private static Suppression hidden(Look.Shown shown) {
    Set<String> hidden = new TreeSet<>(shown.suppressionOfDistributions().hidden());
    shown.groups().stream()
        .filter(group -> group.source() != null)
        .map(ShownGroup::value)
        .forEach(hidden::add);
    return new Suppression(new TreeSet<>(hidden), hidden.isEmpty());
  }

  boolean areAllHidden() {
    return declared().allMatch(group -> hidden.hides(group.name()));
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
            .filter(group -> !hidden.hides(group.name()))
            .anyMatch(group -> isAllAlike(counts(told, Set.of(group.name()))));
  }

  private boolean isLeftOver(String value) {
    return undeclared.contains(value) || hidden.hides(value);
  }

  private static boolean isAllAlike(LevelCounts counts) {
    return Disclosure.ofDistribution(counts, 1) == Disclosure.HOMOGENEITY;
  }

  List<FairnessTold.OfGroup> with(Collection<Told> told) {
    List<Comparison> ratios =
        Comparison.of(before, Metric.IMPACT_RATIO, shown.scale().favourableFrom(), hidden);
    return declared().map(group -> of(group, ratios, told)).toList();
  }

  private FairnessTold.OfGroup of(Group group, List<Comparison> ratios, Collection<Told> told) {
    Optional<Comparison> found =
        ratios.stream().filter(each -> each.group().equals(group.name())).findFirst();
    if (hidden.hides(group.name())) {
      return FairnessTold.OfGroup.hidden(group.name());
    }
    if (found.isEmpty()) {
      return FairnessTold.OfGroup.reference(group.name());
    }
    return found.get() instanceof Comparison.Compared compared
        ? FairnessTold.OfGroup.compared(
            group.name(),
            compared.reference(),
            figures(group.counts(), reference(compared).counts(), shown.scale().favourableFrom()),
            figures(
                counts(told, Set.of(group.name())),
                counts(told, Set.of(compared.reference())),
                scale.favourableFrom()))
        : FairnessTold.OfGroup.notCompared(group.name());
  }

  private Group reference(Comparison.Compared compared) {
    return before.groups().stream()
        .filter(group -> group.name().equals(compared.reference()))
        .findFirst()
        .orElseThrow();
  }

  private static FairnessTold.Figures figures(
      LevelCounts focal, LevelCounts reference, int favourableFrom) {
    return FairnessTold.Figures.of(
        new ImpactRatio(focal.atOrAbove(favourableFrom), reference.atOrAbove(favourableFrom)),
        new CliffsDelta(focal, reference));
  }

  private LevelCounts counts(Collection<Told> told, Set<String> values) {
    long[] counts = new long[scale.size()];
    told.stream()
        .filter(each -> values.contains(each.value()))
        .forEach(each -> counts[each.toldAs() - 1] += each.people());
    return LevelCounts.of(counts);
  }
}
