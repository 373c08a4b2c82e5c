package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import org.evenhand.kit.test.Said;
import org.junit.jupiter.api.BeforeEach;

/** A company some days into a quarter that hasn't begun for other tests. */
abstract class CheckScene extends PrecedentScene {

  static final String OBLIGATIONS = "/v1/calibration-obligations";
  static final String CHECKS = "/v1/calibration-checks";

  final LocalDate quarter =
      LocalDate.now(ZoneOffset.UTC).with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3);

  /** Its people are told of anew: who was told of before it began is looked at as it begins. */
  @BeforeEach
  void ten_days_into_the_next_quarter() {
    onDay(10);
    run();
    // What other companies have left is in the pool too.
    company.of("family" + mark);
    company
        .at(quarter.minusDays(30).atStartOfDay().toInstant(ZoneOffset.UTC))
        .employs("REPORT" + mark, co)
        .at(clock.instant());
  }

  /** It is noon of a day of the quarter, and what is told of people came about then. */
  void onDay(int day) {
    clock.set(quarter.plusDays(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    company.at(clock.instant());
  }

  /** As queries name it. */
  String name() {
    return "%d-Q%d".formatted(quarter.getYear(), quarter.get(IsoFields.QUARTER_OF_YEAR));
  }

  /** What a manager owes of the quarter, as they read it. */
  List<JsonNode> owedBy(String manager) {
    return items(as(manager, "manager").get(OBLIGATIONS + "?quarter=" + name()));
  }

  /** The id of the only one. */
  String obligation(String manager) {
    soon(() -> assertEquals(1, owedBy(manager).size()));
    return owedBy(manager).get(0).path("id").asText();
  }

  void stands(String manager, String state, int owed) {
    soon(
        () ->
            assertEquals(
                List.of(state + " " + owed),
                owedBy(manager).stream()
                    .map(only -> only.path("state").asText() + " " + only.path("owed"))
                    .toList()));
  }

  static List<JsonNode> items(Response page) {
    assertEquals(200, page.statusCode(), page.asString());
    return Said.by(page).path("items").valueStream().toList();
  }

  /** Whether somebody has a task because of a quarter. */
  static List<JsonNode> checksToDo(String who, String role) {
    return items(as(who, role).get("/v1/tasks?limit=200&kind=CALIBRATION_CHECK"));
  }

  static Response see(String who, String role, String path) {
    return as(who, role).get(path);
  }
}
