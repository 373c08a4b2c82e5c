package org.evenhand.analytics.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.tests.BenjaminiHochberg;

/**
 * The tests of one step in time: all groups of the dimension that the viewer sees in both cycles.
 * Groups that the viewer doesn't see stay out, because their p could be worked out from a corrected
 * one.
 *
 * @param groups that are tested, by name
 * @param q of each, after Benjamini and Hochberg
 */
record ShiftFamily(List<String> groups, double[] q) {

  static ShiftFamily of(VisibleGroups before, VisibleGroups now) {
    List<String> groups = new ArrayList<>();
    List<Double> p = new ArrayList<>();
    now.groups()
        .forEach(
            (name, group) -> {
              ShownGroup earlier = before.groups().get(name);
              if (earlier != null && Shift.isTested(earlier.counts(), group.counts())) {
                new CliffsDelta(group.counts(), earlier.counts())
                    .significance()
                    .map(Significance::p)
                    .ifPresent(
                        value -> {
                          groups.add(name);
                          p.add(value);
                        });
              }
            });
    return new ShiftFamily(
        groups, BenjaminiHochberg.adjusted(p.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  int tests() {
    return groups.size();
  }

  OptionalDouble qOf(String group) {
    int at = groups.indexOf(group);
    return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(q[at]);
  }
}
