package org.evenhand.analytics.quarterly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.analytics.viewer.HidingOrder;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.evenhand.analytics.viewer.View;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of the units of a quarter. What is hidden is the same for all readers.
 *
 * @param total of all units; none where it would give a hidden one away, and for whoever sees some
 *     units alone
 */
public record ShownUnits<T>(List<ShownUnit<T>> units, Optional<T> total) {

  /**
   * @param figure none where it is hidden
   */
  public record ShownUnit<T>(@Nullable String unit, Optional<T> figure) {}

  public static <T extends ToldUnit<T>> ShownUnits<T> of(
      View view, List<T> told, long least, HidingOrder order) {
    Map<String, T> units =
        told.stream()
            .collect(
                Collectors.toMap(
                    ToldUnit::key, Function.identity(), (one, same) -> one.plus(same)));
    UnitSuppression suppression = UnitSuppression.of(units, least, order);
    List<ShownUnit<T>> shown =
        told.stream()
            .filter(unit -> isOpen(view, unit))
            .map(unit -> shown(unit, suppression.hidden().contains(unit.key())))
            .toList();
    boolean whole = suppression.totalShown() && view instanceof View.Whole;
    return new ShownUnits<>(shown, whole ? told.stream().reduce(ToldUnit::plus) : Optional.empty());
  }

  private static boolean isOpen(View view, ToldUnit<?> unit) {
    return !(view instanceof View.Units served)
        || unit.unit() != null && served.units().contains(unit.unit());
  }

  private static <T extends ToldUnit<T>> ShownUnit<T> shown(T unit, boolean hidden) {
    return new ShownUnit<>(unit.unit(), hidden ? Optional.empty() : Optional.of(unit));
  }
}
