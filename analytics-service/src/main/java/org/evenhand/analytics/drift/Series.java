package org.evenhand.analytics.drift;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.TimedCycle;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.viewer.Access;

/**
 * The cycles of one line of policies, as a viewer sees them: all on one scale, in the order of
 * time.
 *
 * @param leftOut cycles in between that are on another scale or under another policy
 */
record Series(Scale scale, List<VisibleGroups> sights, List<VisibleGroups> leftOut) {

  /**
   * The line of policies of the latest cycle with visible figures; imported years belong to it by
   * their scale alone.
   */
  static Series of(List<VisibleGroups> inTime) {
    Scale scale = null;
    TimedCycle latest = null;
    for (VisibleGroups sight : inTime) {
      scale = sight.scale() == null ? scale : sight.scale();
      latest = latest == null || sight.at().policyId() != null ? sight.at() : latest;
    }
    if (scale == null || latest == null) {
      return new Series(new Scale(2, 2), List.of(), inTime);
    }
    Scale line = scale;
    TimedCycle last = latest;
    return new Series(
        line,
        inTime.stream().filter(sight -> isOf(sight, line, last)).toList(),
        inTime.stream().filter(sight -> !isOf(sight, line, last)).toList());
  }

  private static boolean isOf(VisibleGroups sight, Scale scale, TimedCycle latest) {
    return sight.at().mayFollow(latest) && (sight.scale() == null || scale.equals(sight.scale()));
  }

  /** The cycles in which the group's figures are visible. */
  List<Point> points(String group) {
    return sights.stream()
        .flatMap(
            sight ->
                Stream.ofNullable(sight.groups().get(group)).map(shown -> new Point(sight, shown)))
        .toList();
  }

  /** Every group that is named anywhere, with or without figures. */
  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (VisibleGroups sight : sights) {
      names.addAll(sight.groups().keySet());
      names.addAll(sight.hidden());
    }
    return names;
  }

  boolean hides(String group) {
    return points(group).isEmpty()
        && sights.stream().anyMatch(sight -> sight.stateOf(group) == PointState.SUPPRESSED);
  }

  /** Whether no figure of any cycle is hidden from the reader. */
  boolean isExact(Access access) {
    return access == Access.EXACT
        || sights.stream()
            .map(sight -> Optional.ofNullable(sight.edition()))
            .allMatch(
                edition -> edition.filter(each -> Editions.isExact(access, each)).isPresent());
  }

  /**
   * Whether figures of some cycle are still to come, so that an unknown group can't be refused yet.
   */
  boolean isGathering() {
    return sights.stream().anyMatch(VisibleGroups::gathering);
  }
}
