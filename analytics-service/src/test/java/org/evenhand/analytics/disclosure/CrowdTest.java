package org.evenhand.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Two figures, in which ten people each stand at the same levels. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrowdTest {

  private static final List<String> KNOWN = List.of("M", "U", "V");

  private final Map<Standpoint, Long> people = new HashMap<>();

  /** Nobody of the others is alike; a pair of them is at the same levels as a pair of these. */
  @Test
  void what_two_cant_do_alone_many_do_together() {
    Standpoint one = have("M", 1, 2);
    have("M", 2, 1);
    have("U", 1, 1);
    have("U", 2, 2);

    assertTrue(isOpen(one));
  }

  @Test
  void groups_that_say_nothing_are_told_apart_all_the_same() {
    Standpoint one = have("M", 1, 2);
    have("M", 2, 1);
    have("U", 1, 1);
    have("V", 2, 2);

    assertFalse(isOpen(one));
  }

  @Test
  void whoever_stands_where_nobody_else_does_is_known() {
    Standpoint one = have("M", 1, 3);
    Standpoint other = have("M", 1, 2);
    have("M", 2, 1);
    have("U", 1, 1);
    have("U", 2, 2);

    assertFalse(isOpen(one));
    assertTrue(isOpen(other));
  }

  /** Had all stayed what they were, nobody could be in their place. */
  @Test
  void where_others_have_declared_anew_people_change_places_in_one_year() {
    Standpoint one = have(List.of("M", "U"), 1, 2);
    have(List.of("M", "M"), 3, 2);
    have(List.of("U", "U"), 2, 2);
    assertTrue(isOpen(one, 1));

    people.clear();
    have(List.of("M", "U"), 1, 2);
    have(List.of("U", "M"), 3, 2);
    assertFalse(isOpen(one, 1));
  }

  private Standpoint have(String group, int first, int second) {
    return have(List.of(group, group), first, second);
  }

  /** U and V say nothing. */
  private Standpoint have(List<String> groups, int first, int second) {
    Standpoint each =
        new Standpoint(
            List.of(first, second),
            groups,
            groups.stream().map(KNOWN::indexOf).toList(),
            groups.stream().map(group -> group.equals("M") ? 0 : Standpoint.OPEN).toList());
    people.put(each, 10L);
    return each;
  }

  private boolean isOpen(Standpoint each) {
    return isOpen(each, 0);
  }

  private boolean isOpen(Standpoint each, int figure) {
    return new Crowd(Collections.unmodifiableMap(people), 2).isOpen(each, figure);
  }
}
