package org.evenhand.analytics.statistics.partition;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.analytics.statistics.Selection;

/**
 * Which group the others are held against: the one with the highest selection rate among those that
 * make up at least 2 % of all people. Smaller groups are held against it like others.
 *
 * <p>Source: Questions and Answers on the Uniform Guidelines (1979), nos. 7 and 11. People who
 * declared nothing count in the total, but are never the reference: pass only the declared groups.
 */
public final class ReferenceGroup {
  private static final long LEAST_PER_HUNDRED = 2;

  private ReferenceGroup() {}

  /** Whether a group makes up at least 2 % of all people. An empty group never does. */
  public static boolean isLargeEnough(long people, long allPeople) {
    return people > 0
        && Math.multiplyExact(people, 100L) >= Math.multiplyExact(allPeople, LEAST_PER_HUNDRED);
  }

  /**
   * The reference among the given groups. Equal rates: the larger group, then the name that comes
   * first, so that the choice never depends on the order of a query.
   *
   * @param groups the groups that may serve, by name
   * @param allPeople the people of all groups of the partition, those who declared nothing included
   * @return empty when no group is large enough
   */
  public static Optional<String> highestRate(Map<String, Selection> groups, long allPeople) {
    Map.Entry<String, Selection> best = null;
    for (Map.Entry<String, Selection> group : new TreeMap<>(groups).entrySet()) {
      if (isLargeEnough(group.getValue().people(), allPeople)
          && (best == null || isAhead(group.getValue(), best.getValue()))) {
        best = group;
      }
    }
    return Optional.ofNullable(best).map(Map.Entry::getKey);
  }

  private static boolean isAhead(Selection group, Selection best) {
    int byRate = group.compareRate(best);
    return byRate > 0 || (byRate == 0 && group.people() > best.people());
  }
}
