package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NestingTest {

  private static final Nesting NESTING =
      new Nesting(
          List.of(
              List.of("A", "HEO", "Policy", "Berlin"),
              List.of("A", "SEO", "Policy", "Berlin"),
              List.of("B", "HEO", "Law", "Berlin"),
              List.of("C", "HEO", "Policy", "Berlin"),
              List.of("C", "HEO", "Policy", "Paris")));

  @Test
  void a_group_lies_within_the_one_in_which_all_of_its_people_are() {
    assertEquals(Set.of("A", "B"), NESTING.inside("workLocation", "Berlin", "orgUnit"));
    assertEquals(Set.of(), NESTING.inside("workLocation", "Paris", "orgUnit"));
    assertEquals(Set.of("Law"), NESTING.inside("workLocation", "Berlin", "jobFamily"));
    assertEquals(Set.of("SEO"), NESTING.inside("orgUnit", "A", "jobLevel"));
  }

  @Test
  void groups_of_the_same_people_lie_within_each_other() {
    assertEquals(Set.of("Law"), NESTING.inside("orgUnit", "B", "jobFamily"));
    assertEquals(Set.of("B"), NESTING.inside("jobFamily", "Law", "orgUnit"));
  }

  @Test
  void nothing_lies_within_a_group_that_is_not_known_nor_within_its_own_dimension() {
    assertEquals(Set.of(), NESTING.inside("workLocation", "Rome", "orgUnit"));
    assertEquals(Set.of(), NESTING.inside("orgUnit", "A", "orgUnit"));
    assertEquals(Set.of(), new Nesting(List.of()).inside("workLocation", "Berlin", "orgUnit"));
  }
}
