package org.evenhand.analytics.viewer;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which units are shown with their figures. A unit in which somebody stands out is hidden. The sum
 * of all units is known, so what is hidden together can be had by subtraction: as long as that is
 * one unit, or somebody stands out of it, another one is hidden too, in an order that readers don't
 * know. Source: L. H. Cox, <em>Suppression methodology and statistical disclosure control</em>,
 * JASA 75 (1980).
 *
 * @param hidden the units that are named without figures
 * @param totalShown false where the units ran out before that was met, or somebody stands out of
 *     all of them
 */
public record UnitSuppression(SortedSet<String> hidden, boolean totalShown) {

  public static <T extends UnitFigure<T>> UnitSuppression of(
      Map<String, T> units, long least, HidingOrder order) {
    SortedMap<String, T> visible = new TreeMap<>(units);
    SortedMap<String, T> hidden = new TreeMap<>();
    units.forEach(
        (unit, figure) -> {
          if (!figure.isSafe(least)) {
            hidden.put(unit, figure);
            visible.remove(unit);
          }
        });
    while (!isProtected(hidden, least) && !visible.isEmpty()) {
      Map.Entry<String, T> next = next(visible, order);
      hidden.put(next.getKey(), next.getValue());
      visible.remove(next.getKey());
    }
    boolean total = isProtected(hidden, least) && isSafe(units.values(), least);
    return new UnitSuppression(new TreeSet<>(hidden.keySet()), total);
  }

  /** One that is hidden for itself never is. */
  private static <T extends UnitFigure<T>> boolean isProtected(
      SortedMap<String, T> hidden, long least) {
    return isSafe(hidden.values(), least)
        && hidden.values().stream().noneMatch(unit -> unit.isGivenAwayBy(hidden.values(), least));
  }

  private static <T extends UnitFigure<T>> boolean isSafe(Collection<T> figures, long least) {
    return figures.stream().reduce(T::plus).map(sum -> sum.isSafe(least)).orElse(true);
  }

  /** One that protects nobody is the last to be taken. */
  private static <T extends UnitFigure<T>> Map.Entry<String, T> next(
      SortedMap<String, T> visible, HidingOrder order) {
    return visible.entrySet().stream()
        .min(
            Comparator.<Map.Entry<String, T>, Boolean>comparing(unit -> !unit.getValue().protects())
                .thenComparing(unit -> order.of(unit.getKey()))
                .thenComparing(Map.Entry::getKey))
        .orElseThrow();
  }
}
