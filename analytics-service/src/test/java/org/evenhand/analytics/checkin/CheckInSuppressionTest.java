package org.evenhand.analytics.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckInSuppressionTest {

  private static final long LEAST = 5;
  private static final UnitCheckIns MANY = unit("many", 40, 4, 120, 90);
  private static final UnitCheckIns OTHERS = unit("others", 20, 2, 50, 30);
  private static final UnitCheckIns DILIGENT = unit("diligent", 12, 3, 30, 30);

  @Test
  void where_nobody_stands_out_everything_is_shown() {
    CheckInSuppression all = CheckInSuppression.of(List.of(MANY, OTHERS), LEAST);

    assertEquals(Set.of(), all.hidden());
    assertTrue(all.totalShown());
  }

  @Test
  void a_unit_in_which_all_were_held_says_so_of_each_and_another_protects_it() {
    CheckInSuppression some = CheckInSuppression.of(List.of(MANY, DILIGENT, OTHERS), LEAST);

    assertEquals(Set.of(OTHERS, DILIGENT), some.hidden());
    assertTrue(some.totalShown());
  }

  @Test
  void what_says_something_of_somebody_is_hidden() {
    assertFalse(unit("few", 4, 2, 12, 6).isSafe(LEAST), "four people");
    assertFalse(unit("one's", 30, 1, 90, 60).isSafe(LEAST), "one manager");
    assertFalse(unit("none held", 30, 3, 90, 0).isSafe(LEAST), "none was held");
    assertFalse(DILIGENT.isSafe(LEAST), "all were held");
    assertTrue(unit("shown", 5, 2, 5, 1).isSafe(LEAST));
  }

  /** Two units may be led by the same one manager: that is all that their sum would be about. */
  @Test
  void two_units_of_one_manager_each_protect_one_another_no_more_than_one_would() {
    UnitCheckIns north = unit("north", 9, 1, 30, 20);
    UnitCheckIns south = unit("south", 8, 1, 30, 20);

    CheckInSuppression some = CheckInSuppression.of(List.of(north, south, MANY, OTHERS), LEAST);

    assertEquals(Set.of(north, south, OTHERS), some.hidden());
  }

  @Test
  void one_unit_alone_has_no_total_beside_it() {
    assertFalse(CheckInSuppression.of(List.of(DILIGENT), LEAST).totalShown());
    assertFalse(CheckInSuppression.of(List.of(), LEAST).totalShown());
  }

  /** The attacker subtracts all that is shown from the total. */
  @Test
  void what_is_left_after_any_subtraction_says_nothing_of_anybody() {
    Random random = new Random(23);
    for (int company = 0; company < 2_000; company++) {
      List<UnitCheckIns> units = new ArrayList<>();
      for (int i = 1 + random.nextInt(8); i > 0; i--) {
        int people = 5 + random.nextInt(30);
        int planned = people + random.nextInt(60);
        int held = random.nextInt(4) == 0 ? planned : random.nextInt(planned + 1);
        units.add(unit("unit" + i, people, 1 + random.nextInt(4), planned, held));
      }
      CheckInSuppression made = CheckInSuppression.of(units, LEAST);
      units.stream()
          .filter(unit -> !made.hidden().contains(unit))
          .forEach(unit -> assertTrue(unit.isSafe(LEAST), units.toString()));
      if (made.totalShown() && !made.hidden().isEmpty()) {
        assertTrue(made.hidden().size() > 1, units.toString());
        assertTrue(UnitCheckIns.sum(List.copyOf(made.hidden())).isSafe(LEAST), units.toString());
      }
    }
  }

  private static UnitCheckIns unit(
      String unit, long people, long managers, long planned, long held) {
    return new UnitCheckIns(unit, people, managers, planned, held, 0, planned - held);
  }
}
