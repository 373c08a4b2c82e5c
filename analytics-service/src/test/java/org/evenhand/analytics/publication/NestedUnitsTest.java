package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.Test;

/** All of a unit are in one location: what is shown of both is held to be subtracted. */
@QuarkusTest
class NestedUnitsTest {

  private static final Map<String, List<String>> UNITS =
      Map.of(
          "Berlin",
          List.of("A", "B", "F", "G", "H"),
          "Paris",
          List.of("C", "D"),
          "Rome",
          List.of("E"));

  private int people;

  /** B's three are hidden: Berlin less A would be their ratings. */
  @Test
  void a_location_has_no_figures_while_it_less_its_units_is_a_few_people() {
    String cycle = "nested";
    send(cycle, Map.of("A", 20, "B", 3, "C", 12, "D", 20, "E", 25));
    assertRests(Map.of(), shown(cycle, "orgUnit"), Map.of(), shown(cycle, "workLocation"));
    assertEquals(Map.of("Paris", 32), shown(cycle, "workLocation"));
    send(cycle, Map.of("A", 5, "B", 3));
    assertEquals(Map.of("Berlin", 31, "Paris", 32, "Rome", 25), shown(cycle, "workLocation"));
  }

  /** Five come to A and three to B, which waits: Berlin would move for the three. */
  @Test
  void a_location_has_no_figures_where_it_moves_for_a_few_of_a_unit_that_waits() {
    String cycle = "nested in steps";
    send(cycle, Map.of("A", 30, "B", 18, "C", 12, "D", 28, "E", 40, "F", 4, "G", 4, "H", 4));
    Map<String, Integer> units = shown(cycle, "orgUnit");
    Map<String, Integer> locations = shown(cycle, "workLocation");
    assertEquals(Map.of("Berlin", 60, "Paris", 40, "Rome", 40), locations);
    send(cycle, Map.of("A", 5, "B", 3, "C", 5));
    Map<String, Integer> unitsNow = shown(cycle, "orgUnit");
    assertEquals(35, unitsNow.get("A"));
    assertEquals(18, unitsNow.get("B"));
    assertRests(units, unitsNow, locations, shown(cycle, "workLocation"));
    assertEquals(Map.of("Paris", 45), shown(cycle, "workLocation"));
    // Nobody has come to Berlin since, but whoever saw it before would see the three as well.
    send(cycle, Map.of("E", 5));
    assertRests(units, shown(cycle, "orgUnit"), locations, shown(cycle, "workLocation"));
    assertEquals(Map.of("Rome", 45), shown(cycle, "workLocation"));
    send(cycle, Map.of("B", 5));
    assertRests(units, shown(cycle, "orgUnit"), locations, shown(cycle, "workLocation"));
    assertEquals(Map.of("Berlin", 73, "Paris", 45, "Rome", 45), shown(cycle, "workLocation"));
  }

  private static void assertRests(
      Map<String, Integer> units,
      Map<String, Integer> unitsNow,
      Map<String, Integer> locations,
      Map<String, Integer> locationsNow) {
    locationsNow.forEach(
        (location, people) -> {
          int rest = people;
          int moved = people - locations.getOrDefault(location, people);
          for (String unit : UNITS.getOrDefault(location, List.of())) {
            rest -= unitsNow.getOrDefault(unit, 0);
            moved -= unitsNow.getOrDefault(unit, 0) - units.getOrDefault(unit, 0);
          }
          assertTrue(rest == 0 || rest >= 5, location + " tells of " + rest);
          if (locations.containsKey(location)) {
            assertTrue(moved == 0 || moved >= 5, location + " moves for " + moved);
          }
        });
  }

  /** The people of each group that has figures before calibration. */
  private static Map<String, Integer> shown(String cycle, String by) {
    List<Map<String, Object>> groups =
        Api.distribution(Api.INSIGHT, cycle, by).path("phases[0].groups");
    Map<String, Integer> shown = new TreeMap<>();
    for (Map<String, Object> group : groups) {
      if (group.get("people") instanceof Integer people) {
        shown.put((String) group.get("value"), people);
      }
    }
    return shown;
  }

  /** So many more people of each unit, after which the cycle is still. */
  private void send(String cycle, Map<String, Integer> units) {
    List<Sent> events = new ArrayList<>();
    units.forEach(
        (unit, more) -> {
          for (int i = 0; i < more; i++) {
            Map<String, Object> review = Company.review("N" + people, cycle, "SUBMITTED");
            people++;
            review.put("orgUnit", unit);
            review.put("workLocation", location(unit));
            review.put("originalOrdinal", 1 + i % 5);
            review.put("ordinal", 1 + i % 5);
            events.add(Company.event("org.evenhand.review.changed.v1", 1, review));
          }
        });
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(people).equals(answer.path("groups[0].submitted")));
    Database.column(
        "update cycle set changed_at = now() - interval '1 hour' where key = '"
            + cycle
            + "' returning key");
  }

  private static String location(String unit) {
    return UNITS.entrySet().stream()
        .filter(each -> each.getValue().contains(unit))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
