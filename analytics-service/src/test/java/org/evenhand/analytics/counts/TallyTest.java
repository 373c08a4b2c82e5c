package org.evenhand.analytics.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.analytics.statistics.LevelCounts;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Scale THREE = new Scale(3, 3);
  private static final Scale FIVE = new Scale(5, 5);

  @Test
  void who_has_no_value_is_undeclared() {
    Tally tally =
        Tally.of(
                List.of(
                    all(THREE, 2, 10),
                    all(THREE, 3, 4),
                    value("Disabled", 2, 3),
                    value("Other", 3, 4)),
                "disability")
            .orElseThrow();
    assertEquals(
        Map.of(
            "Disabled",
            LevelCounts.of(0, 3, 0),
            "Other",
            LevelCounts.of(0, 0, 4),
            Tally.UNDECLARED,
            LevelCounts.of(0, 7, 0)),
        tally.groups());
  }

  @Test
  void nobody_is_undeclared_when_all_have_a_value() {
    Tally tally =
        Tally.of(List.of(all(THREE, 2, 3), value("Disabled", 2, 3)), "disability").orElseThrow();
    assertEquals(Map.of("Disabled", LevelCounts.of(0, 3, 0)), tally.groups());
  }

  @Test
  void ratings_on_another_scale_are_left_out_and_said_to_be() {
    Tally tally = Tally.of(List.of(all(THREE, 2, 10), all(FIVE, 5, 4)), "none").orElseThrow();
    assertEquals(THREE, tally.scale());
    assertEquals(Map.of("all", LevelCounts.of(0, 10, 0)), tally.groups());
    assertEquals(4, tally.onOtherScales());
  }

  @Test
  void strata_add_up_to_the_group_and_who_is_undeclared_is_told_apart_in_each() {
    List<Level> levels =
        List.of(
            new Level("none", "all", "Policy / 1", THREE, 2, 10),
            new Level("none", "all", "Policy / 2", THREE, 3, 4),
            new Level("none", "all", "Policy / 2", FIVE, 3, 1),
            new Level("disability", "Disabled", "Policy / 1", THREE, 2, 3),
            new Level("disability", "Disabled", "Policy / 2", THREE, 3, 4));
    Tally tally = Tally.of(levels, "disability").orElseThrow().stratified(levels, "disability");
    assertEquals(
        Map.of(
            "Disabled",
            Map.of("Policy / 1", LevelCounts.of(0, 3, 0), "Policy / 2", LevelCounts.of(0, 0, 4)),
            Tally.UNDECLARED,
            Map.of("Policy / 1", LevelCounts.of(0, 7, 0))),
        tally.strata());
    assertEquals(LevelCounts.of(0, 3, 4), tally.groups().get("Disabled"));
  }

  @Test
  void without_ratings_there_is_no_tally() {
    assertEquals(Optional.empty(), Tally.of(List.of(), "none"));
  }

  private static Level all(Scale scale, int ordinal, long n) {
    return new Level("none", "all", "", scale, ordinal, n);
  }

  private static Level value(String value, int ordinal, long n) {
    return new Level("disability", value, "", THREE, ordinal, n);
  }
}
