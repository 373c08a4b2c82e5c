package org.evenhand.analytics.duty.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.analytics.viewer.HidingOrder;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.evenhand.kit.data.duty.Side;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DutySuppressionTest {

  private static final long LEAST = 5;
  private static final HidingOrder ORDER = new HidingOrder(new UUID(1, 2), "duties");

  @Test
  void where_everybody_owes_as_much_everything_is_shown() {
    UnitSuppression all =
        suppressed(List.of(unit("north", 40, 1, 40, 7), unit("south", 5, 1, 5, 5)));

    assertEquals(Set.of(), all.hidden());
    assertTrue(all.totalShown());
  }

  @Test
  void a_unit_is_about_one_person_who_owed_more_than_all_others_together() {
    assertFalse(unit("one's", 6, 11, 21, 3).isSafe(LEAST));
    assertTrue(unit("many's", 6, 10, 20, 3).isSafe(LEAST));
    assertFalse(unit("four's", 4, 1, 4, 3).isSafe(LEAST));
  }

  /** The attacker subtracts all that is shown from the total. */
  @Test
  void what_is_left_after_any_subtraction_is_of_five_people_of_whom_none_owed_most() {
    Random random = new Random(31);
    for (int company = 0; company < 2_000; company++) {
      List<UnitDuties> units = company(random);
      UnitSuppression made = suppressed(units);
      units.stream()
          .filter(unit -> !made.hidden().contains(unit.key()))
          .forEach(unit -> assertTrue(unit.isSafe(LEAST), units.toString()));
      if (made.totalShown() && !made.hidden().isEmpty()) {
        UnitDuties left =
            units.stream()
                .filter(unit -> made.hidden().contains(unit.key()))
                .reduce(UnitDuties::plus)
                .orElseThrow();
        assertTrue(made.hidden().size() > 1, units.toString());
        assertTrue(left.isSafe(LEAST), units.toString());
      }
    }
  }

  @Test
  void which_units_are_hidden_says_nothing_of_how_their_duties_were_done() {
    Random random = new Random(37);
    for (int company = 0; company < 2_000; company++) {
      List<UnitDuties> units = company(random);
      UnitSuppression made = suppressed(units);
      for (boolean inTime : new boolean[] {true, false}) {
        UnitSuppression other =
            suppressed(
                units.stream()
                    .map(
                        unit ->
                            unit(
                                unit.key(),
                                unit.holders(),
                                unit.most(),
                                unit.owed(),
                                inTime ? unit.owed() : 0))
                    .toList());
        assertEquals(made, other, units.toString());
      }
    }
  }

  private static List<UnitDuties> company(Random random) {
    List<UnitDuties> units = new ArrayList<>();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      int holders = 5 + random.nextInt(30);
      int most = 1 + random.nextInt(30);
      int owed = holders - 1 + most + random.nextInt(most * holders);
      units.add(unit("unit" + i, holders, most, owed, random.nextInt(owed + 1)));
    }
    return units;
  }

  private static UnitSuppression suppressed(List<UnitDuties> units) {
    return UnitSuppression.of(
        units.stream().collect(Collectors.toMap(UnitDuties::key, Function.identity())),
        LEAST,
        ORDER);
  }

  private static UnitDuties unit(String unit, long holders, long most, long owed, long inTime) {
    return new UnitDuties(Side.MANAGER, unit, holders, most, owed, inTime, owed - inTime, 0, 0);
  }
}
