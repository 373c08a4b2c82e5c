package org.evenhand.analytics.checkin;

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
import org.evenhand.analytics.checkin.CheckInFiguresView.CheckInsView;
import org.evenhand.analytics.viewer.HidingOrder;
import org.evenhand.analytics.viewer.UnitSuppression;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckInSuppressionTest {

  private static final long LEAST = 5;
  private static final HidingOrder ORDER = new HidingOrder(new UUID(1, 2), "check-ins");
  private static final UnitCheckIns MANY = unit("many", 40, 30, 120, 90);
  private static final UnitCheckIns OTHERS = unit("others", 20, 9, 50, 30);
  private static final UnitCheckIns ONES = unit("one's", 12, 1, 30, 20);

  @Test
  void where_nobody_stands_out_everything_is_shown() {
    UnitSuppression all = suppressed(List.of(MANY, OTHERS));

    assertEquals(Set.of(), all.hidden());
    assertTrue(all.totalShown());
  }

  /** The manager is in it too, and meets with their own one. */
  @Test
  void a_unit_that_one_manager_leads_is_hidden_and_another_protects_it() {
    UnitSuppression some = suppressed(List.of(MANY, ONES, OTHERS));

    assertEquals(2, some.hidden().size());
    assertTrue(some.hidden().contains("one's"));
    assertTrue(some.totalShown());
  }

  @Test
  void whoever_is_party_to_most_of_a_unit_does_not_learn_what_became_of_the_few_others() {
    assertFalse(unit("deputy's", 5, 1, 15, 10).isSafe(LEAST));
    assertFalse(unit("four others", 30, 4, 90, 60).isSafe(LEAST));
    assertTrue(unit("five others", 10, 5, 30, 20).isSafe(LEAST));
  }

  /** Two units may be led by the same one manager: that is all that their sum would be about. */
  @Test
  void two_units_of_one_manager_each_protect_one_another_no_more_than_one_would() {
    UnitCheckIns north = unit("north", 9, 0, 30, 20);
    UnitCheckIns south = unit("south", 8, 2, 30, 20);

    UnitSuppression some = suppressed(List.of(north, south, MANY, OTHERS));

    assertEquals(3, some.hidden().size());
    assertTrue(some.hidden().containsAll(Set.of("north", "south")));
  }

  @Test
  void one_unit_alone_has_no_total_beside_it() {
    assertFalse(suppressed(List.of(ONES)).totalShown());
  }

  /** The attacker subtracts all that is shown from the total, and then what they are party to. */
  @Test
  void what_is_left_after_any_subtraction_is_of_five_people_outside_any_manager() {
    Random random = new Random(23);
    for (int company = 0; company < 2_000; company++) {
      List<UnitCheckIns> units = company(random);
      UnitSuppression made = suppressed(units);
      units.stream()
          .filter(unit -> !made.hidden().contains(unit.key()))
          .forEach(unit -> assertTrue(unit.others() >= LEAST, units.toString()));
      if (made.totalShown() && !made.hidden().isEmpty()) {
        assertTrue(made.hidden().size() > 1, units.toString());
        assertTrue(
            units.stream()
                    .filter(unit -> made.hidden().contains(unit.key()))
                    .mapToLong(UnitCheckIns::others)
                    .sum()
                >= LEAST,
            units.toString());
      }
    }
  }

  /** The attacker knows the rule, and who is led by whom. */
  @Test
  void which_units_are_hidden_says_nothing_of_what_became_of_their_check_ins() {
    Random random = new Random(29);
    for (int company = 0; company < 2_000; company++) {
      List<UnitCheckIns> units = company(random);
      UnitSuppression made = suppressed(units);
      for (boolean held : new boolean[] {true, false}) {
        UnitSuppression other = suppressed(units.stream().map(unit -> ended(unit, held)).toList());
        assertEquals(made.hidden(), other.hidden(), units.toString());
        assertEquals(made.totalShown(), other.totalShown(), units.toString());
      }
    }
  }

  @Test
  void no_number_says_that_all_were_held_or_none() {
    assertEquals(
        CheckInsView.of(new UnitCheckIns("all", 12, 6, 30, 30, 0, 0)),
        CheckInsView.of(new UnitCheckIns("nearly all", 12, 6, 32, 28, 2, 2)));
    assertEquals(
        CheckInsView.of(new UnitCheckIns("none", 12, 6, 30, 0, 0, 30)),
        CheckInsView.of(new UnitCheckIns("nearly none", 12, 6, 31, 2, 1, 28)));
  }

  private static List<UnitCheckIns> company(Random random) {
    List<UnitCheckIns> units = new ArrayList<>();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      int people = 5 + random.nextInt(30);
      int planned = people + random.nextInt(60);
      int others = random.nextInt(people);
      units.add(unit("unit" + i, people, others, planned, random.nextInt(planned + 1)));
    }
    return units;
  }

  private static UnitCheckIns ended(UnitCheckIns unit, boolean held) {
    return unit(
        String.valueOf(unit.unit()),
        unit.people(),
        unit.others(),
        unit.planned(),
        held ? unit.planned() : 0);
  }

  private static UnitSuppression suppressed(List<UnitCheckIns> units) {
    return UnitSuppression.of(
        units.stream().collect(Collectors.toMap(UnitCheckIns::key, Function.identity())),
        LEAST,
        ORDER);
  }

  private static UnitCheckIns unit(String unit, long people, long others, long planned, long held) {
    return new UnitCheckIns(unit, people, others, planned, held, 0, planned - held);
  }
}
