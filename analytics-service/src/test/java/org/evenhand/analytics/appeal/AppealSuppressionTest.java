package org.evenhand.analytics.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.evenhand.analytics.viewer.HidingOrder;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.junit.jupiter.api.Test;

class AppealSuppressionTest {

  private static final long LEAST = 5;
  private static final HidingOrder ORDER = new HidingOrder(new UUID(1, 2), "appeals");
  private static final Appealed MANY = new Appealed(60, 20, 12, 6);
  private static final Appealed OTHERS = new Appealed(40, 15, 10, 5);
  private static final Appealed FEW = new Appealed(30, 2, 1, 0);

  @Test
  void whereNobodyStandsOutEverythingIsShown() {
    UnitSuppression all = UnitSuppression.of(Map.of("A", MANY, "B", OTHERS), LEAST, ORDER);

    assertEquals(Set.of(), all.hidden());
    assertTrue(all.totalShown());
  }

  @Test
  void aUnitOfFewIsHiddenAndAnotherProtectsIt() {
    UnitSuppression some =
        UnitSuppression.of(Map.of("A", MANY, "B", OTHERS, "C", FEW), LEAST, ORDER);

    assertEquals(2, some.hidden().size());
    assertTrue(some.hidden().contains("C"));
    assertTrue(some.totalShown());
  }

  @Test
  void somebodyStandsOutByEachOfTheNumbers() {
    assertFalse(new Appealed(60, 4, 0, 0).isSafe(LEAST), "four filed");
    assertFalse(new Appealed(60, 20, 17, 6).isSafe(LEAST), "three weren't admitted");
    assertFalse(new Appealed(60, 20, 12, 9).isSafe(LEAST), "three were confirmed");
    assertFalse(new Appealed(60, 20, 12, 1).isSafe(LEAST), "one was changed");
    assertFalse(new Appealed(20, 20, 12, 6).isSafe(LEAST), "everybody filed");
    assertFalse(new Appealed(22, 20, 12, 6).isSafe(LEAST), "all but two filed");
    assertTrue(new Appealed(3, 0, 0, 0).isSafe(LEAST), "nobody filed");
    assertTrue(new Appealed(60, 20, 0, 0).isSafe(LEAST), "none was admitted");
  }

  @Test
  void oneUnitAloneHasNoTotalBesideIt() {
    UnitSuppression one = UnitSuppression.of(Map.of("C", FEW), LEAST, ORDER);

    assertEquals(Set.of("C"), one.hidden());
    assertFalse(one.totalShown());
  }

  /** The attacker subtracts all that is shown from the total. */
  @Test
  void whatIsLeftAfterAnySubtractionIsNobodyOrMany() {
    Random random = new Random(17);
    for (int company = 0; company < 2_000; company++) {
      Map<String, Appealed> units = new TreeMap<>();
      int size = 1 + random.nextInt(8);
      for (int i = 0; i < size; i++) {
        int results = 1 + random.nextInt(60);
        int filed = random.nextInt(3) == 0 ? 0 : random.nextInt(results + 1);
        int admitted = random.nextInt(filed + 1);
        units.put("unit" + i, new Appealed(results, filed, admitted, random.nextInt(admitted + 1)));
      }
      UnitSuppression made = UnitSuppression.of(units, LEAST, ORDER);
      List<Appealed> hidden = new ArrayList<>();
      units.forEach(
          (unit, appealed) -> {
            if (made.hidden().contains(unit)) {
              hidden.add(appealed);
            } else {
              assertTrue(appealed.isSafe(LEAST), unit + " " + units);
            }
          });
      if (made.totalShown() && !hidden.isEmpty()) {
        assertTrue(hidden.size() > 1, units.toString());
        assertTrue(Appealed.sum(hidden).isSafe(LEAST), units.toString());
      }
    }
  }
}
