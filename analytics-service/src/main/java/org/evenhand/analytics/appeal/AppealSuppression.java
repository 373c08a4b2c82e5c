package org.evenhand.analytics.appeal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which units are shown with their figures. A unit in which somebody stands out is hidden. The sum
 * of all units is known, so what is hidden together can be had by subtraction: as long as that is
 * one unit, or somebody stands out of it, the next smallest is hidden too. Source: L. H. Cox,
 * <em>Suppression methodology and statistical disclosure control</em>, JASA 75 (1980).
 *
 * @param hidden the units that are named without figures
 * @param totalShown false where the units ran out before that was met, or somebody stands out of
 *     all of them
 */
record AppealSuppression(SortedSet<String> hidden, boolean totalShown) {

  static AppealSuppression of(Map<String, Appealed> units, long least) {
    SortedMap<String, Appealed> visible = new TreeMap<>(units);
    SortedMap<String, Appealed> hidden = new TreeMap<>();
    units.forEach(
        (unit, appealed) -> {
          if (!appealed.isSafe(least)) {
            hidden.put(unit, appealed);
            visible.remove(unit);
          }
        });
    while (!isProtected(hidden, least) && !visible.isEmpty()) {
      String next = smallest(visible);
      hidden.put(next, units.getOrDefault(next, Appealed.NONE));
      visible.remove(next);
    }
    boolean total =
        isProtected(hidden, least) && Appealed.sum(new ArrayList<>(units.values())).isSafe(least);
    return new AppealSuppression(new TreeSet<>(hidden.keySet()), total);
  }

  /** One that is hidden for itself never is. */
  private static boolean isProtected(SortedMap<String, Appealed> hidden, long least) {
    return hidden.isEmpty() || Appealed.sum(List.copyOf(hidden.values())).isSafe(least);
  }

  /** One without an appeal protects nobody who appealed, and is the last to be taken. */
  private static String smallest(SortedMap<String, Appealed> visible) {
    return visible.entrySet().stream()
        .min(
            Comparator.<Map.Entry<String, Appealed>, Boolean>comparing(
                    unit -> unit.getValue().filed() == 0)
                .thenComparing(unit -> unit.getValue().results())
                .thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }
}
