package org.evenhand.analytics.checkin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which units are shown with their figures. The sum of all units is known, so what is hidden
 * together can be had by subtraction: as long as that says something of somebody, the next smallest
 * is hidden too. Source: L. H. Cox, <em>Suppression methodology and statistical disclosure
 * control</em>, JASA 75 (1980).
 *
 * @param totalShown false where the units ran out before that was met, or the sum itself says
 *     something of somebody
 */
record CheckInSuppression(Set<UnitCheckIns> hidden, boolean totalShown) {

  static CheckInSuppression of(List<UnitCheckIns> units, long least) {
    List<UnitCheckIns> hidden = new ArrayList<>();
    List<UnitCheckIns> visible = new ArrayList<>();
    units.forEach(unit -> (unit.isSafe(least) ? visible : hidden).add(unit));
    visible.sort(Comparator.comparingLong(UnitCheckIns::people));
    while (!isProtected(hidden, least) && !visible.isEmpty()) {
      hidden.add(visible.remove(0));
    }
    boolean total = isProtected(hidden, least) && UnitCheckIns.sum(units).isSafe(least);
    return new CheckInSuppression(new HashSet<>(hidden), total);
  }

  /** One that is hidden for itself never is. */
  private static boolean isProtected(List<UnitCheckIns> hidden, long least) {
    return hidden.isEmpty() || UnitCheckIns.sum(hidden).isSafe(least);
  }
}
