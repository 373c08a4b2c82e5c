package org.evenhand.analytics.publication;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Dimensions;

/**
 * Which groups of an organisational dimension lie within one of another: everybody of unit A works
 * in Berlin.
 *
 * <p>It is of the people who have a rating now. Those who are shown are the same but for the few
 * who wait to be seen, and for them a group may seem to lie elsewhere than it does.
 */
final class Nesting {

  /** The dimensions that can nest. */
  static final List<String> DIMENSIONS =
      Dimensions.ORGANISATIONAL.stream().filter(each -> !each.equals(Dimensions.NONE)).toList();

  private record Pair(String outer, String inner) {}

  private final Map<Pair, Map<String, Set<String>>> inside = new HashMap<>();

  /**
   * @param places where there are people: of each dimension, in their order, the group
   */
  Nesting(Collection<List<String>> places) {
    for (int outer = 0; outer < DIMENSIONS.size(); outer++) {
      for (int inner = 0; inner < DIMENSIONS.size(); inner++) {
        if (outer != inner) {
          inside.put(
              new Pair(DIMENSIONS.get(outer), DIMENSIONS.get(inner)), inside(places, outer, inner));
        }
      }
    }
  }

  private static Map<String, Set<String>> inside(
      Collection<List<String>> places, int outer, int inner) {
    Map<String, Set<String>> around = new HashMap<>();
    for (List<String> place : places) {
      around.computeIfAbsent(place.get(inner), none -> new TreeSet<>()).add(place.get(outer));
    }
    Map<String, Set<String>> inside = new HashMap<>();
    around.forEach(
        (group, outers) -> {
          if (outers.size() == 1) {
            outers.forEach(
                only -> inside.computeIfAbsent(only, none -> new TreeSet<>()).add(group));
          }
        });
    return inside;
  }

  /** The groups of the inner dimension all of whose people are in a group of the outer one. */
  Set<String> inside(String outer, String group, String inner) {
    return inside.getOrDefault(new Pair(outer, inner), Map.of()).getOrDefault(group, Set.of());
  }
}
