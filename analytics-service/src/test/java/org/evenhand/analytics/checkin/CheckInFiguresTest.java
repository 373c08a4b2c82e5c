package org.evenhand.analytics.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Batches;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many check-ins were held: once a quarter, the same for everybody, and of nobody alone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckInFiguresTest {

  private static final String QUARTER = "2012-Q3";

  /** Of units that can be shown, in multiples of five. */
  private static final Map<String, String> FIGURES =
      Map.of(
          "CF-north",
          "{\"people\":40,\"planned\":120,\"held\":90,\"skipped\":20,\"missed\":10}",
          "CF-south",
          "{\"people\":15,\"planned\":50,\"held\":40,\"skipped\":5,\"missed\":5}",
          "",
          "{\"people\":10,\"planned\":20,\"held\":10,\"skipped\":5,\"missed\":5}");

  private static final Tokens AUDITOR = Tokens.forEmployee("CF-AUDITOR", "auditor");
  private static final Tokens HR = Tokens.forEmployee("CF-HR", "employee", "hr");

  @Inject Batches batches;
  @Inject CheckInConsumer consumer;

  @BeforeAll
  void a_quarter_was_told() {
    Api.connect();
    List<Map<String, Object>> first =
        List.of(
            unit("CF-east", 12, 2, 30, 30, 0, 0),
            unit("CF-north", 40, 25, 120, 90, 18, 12),
            unit("CF-south", 14, 8, 52, 41, 6, 5));
    Map<String, Object> smaller = unit(null, 9, 6, 20, 12, 3, 5);
    Sent one = part(QUARTER, 1, 2, first);
    send(
        Company.employee("CF-AUDITOR", Map.of()),
        Company.employee(
            "CF-HR",
            Map.of(
                "hrUnits",
                List.of(
                    Map.of("orgUnit", "CF-north", "from", "2020-01-01"),
                    Map.of("orgUnit", "CF-east", "from", "2020-01-01")))),
        one,
        one,
        part(QUARTER, 2, 2, List.of(smaller)),
        part("2012-Q4", 1, 2, first));
    Api.until(
        () -> figures(Api.HR_LEAD, QUARTER),
        answer -> Said.by(answer).path("state").asText().equals("SHOWN"));
  }

  @Test
  void units_are_shown_and_what_would_say_something_of_somebody_is_named_without_figures() {
    JsonNode shown = Said.by(figures(Api.HR_LEAD, QUARTER));

    assertEquals("2012-11-01", shown.path("expectedOn").asText());
    assertEquals(4, shown.path("units").size());
    assertEquals("CF-east", shown.at("/units/0/unit").asText());
    assertTrue(shown.at("/units/0/suppressed").asBoolean(), "with one manager, but for two");
    assertFalse(shown.at("/units/0").has("figures"));
    assertFalse(shown.at("/units/3").has("unit"), "the smaller ones together");
    Map<String, String> figures = new HashMap<>();
    for (JsonNode unit : shown.path("units")) {
      if (!unit.path("suppressed").asBoolean()) {
        figures.put(unit.path("unit").asText(), unit.path("figures").toString());
      }
    }
    assertEquals(2, figures.size(), "another one protects the first");
    assertTrue(FIGURES.entrySet().containsAll(figures.entrySet()), figures.toString());
    assertEquals(175, shown.at("/total/held").asInt());
    assertEquals(220, shown.at("/total/planned").asInt());
  }

  @Test
  void everybody_reads_the_same_and_hr_the_units_that_it_serves() {
    String shown = figures(Api.HR_LEAD, QUARTER).asString();

    assertEquals(shown, figures(AUDITOR, QUARTER).asString());
    assertEquals(shown, figures(Api.INSIGHT, QUARTER).asString());
    JsonNode served = Said.by(figures(HR, QUARTER));
    assertEquals("SERVED_UNITS", served.path("scope").asText());
    assertEquals(List.of("CF-east", "CF-north"), served.path("units").findValuesAsText("unit"));
    assertFalse(served.has("total"));
    assertFalse(served.at("/units/0").has("figures"));
    assertEquals(
        403, figures(Tokens.forEmployee("CF-HR", "employee", "manager"), QUARTER).statusCode());
  }

  @Test
  void a_quarter_of_which_a_part_is_missing_is_not_published() {
    JsonNode cut = Said.by(figures(Api.HR_LEAD, "2012-Q4"));

    assertEquals("NOT_PUBLISHED", cut.path("state").asText());
    assertEquals("2013-02-01", cut.path("expectedOn").asText());
    assertEquals(0, cut.path("units").size());
    assertFalse(cut.has("publishedAt"));
  }

  @Test
  void what_is_told_again_or_otherwise_changes_nothing() {
    String shown = figures(Api.HR_LEAD, QUARTER).asString();
    batches.take(
        consumer, List.of(part(QUARTER, 1, 2, List.of(unit("CF-north", 40, 25, 120, 10, 18, 92)))));

    assertEquals(shown, figures(Api.HR_LEAD, QUARTER).asString());
    Sent third = part(QUARTER, 3, 3, List.of());
    assertThrows(AssertionError.class, () -> batches.take(consumer, List.of(third)));
    assertEquals(shown, figures(Api.HR_LEAD, QUARTER).asString());
  }

  @Test
  void a_quarter_without_check_ins_is_published_without_units() {
    batches.take(consumer, List.of(part("2009-Q1", 1, 1, List.of())));

    JsonNode empty = Said.by(figures(Api.HR_LEAD, "2009-Q1"));

    assertEquals("SHOWN", empty.path("state").asText());
    assertEquals(0, empty.path("units").size());
    assertFalse(empty.has("total"));
  }

  /** What comes from another service may be anything. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "people, 0",
        "people, 31",
        "people, null",
        "others, -1",
        "others, 12",
        "held, -1",
        "held, 29",
        "unit, ' '"
      })
  void numbers_that_dont_go_together_are_refused(String field, String value) {
    Map<String, Object> unit = unit("CF-torn", 12, 7, 30, 20, 4, 6);
    unit.put(field, value);
    Sent torn = part("2008-Q1", 1, 1, List.of(unit));

    assertThrows(AssertionError.class, () -> batches.take(consumer, List.of(torn)));
    assertEquals(0, Database.number("select count(*) from quarter_part where quarter = '2008-Q1'"));
  }

  @ParameterizedTest
  @CsvSource({"2008-Q5, 1, 1", "20081, 1, 1", "2008-Q2, 0, 1", "2008-Q2, 2, 1"})
  void a_part_of_no_quarter_is_refused(String quarter, int part, int parts) {
    Sent torn = part(quarter, part, parts, List.of());

    assertThrows(AssertionError.class, () -> batches.take(consumer, List.of(torn)));
  }

  @Test
  void the_day_is_in_everybodys_calendar() {
    LocalDate day = Quarter.of(LocalDate.now(ZoneOffset.UTC)).toldOn();
    String calendar =
        Api.as(HR)
            .queryParam("from", day.minusDays(1).toString())
            .queryParam("to", day.plusDays(1).toString())
            .queryParam("kind", "FIGURES_PUBLISHED")
            .get("/v1/calendar")
            .asString();

    assertTrue(calendar.contains(day.toString()), calendar);
  }

  @Test
  void a_question_for_no_quarter_is_refused() {
    for (String asked : List.of("2027", "2027-Q5", "Q1", "")) {
      assertEquals(400, figures(Api.HR_LEAD, asked).statusCode(), asked);
    }
    Response none = Api.as(Api.HR_LEAD).get("/v1/check-in-figures");
    assertEquals(400, none.statusCode());
    assertEquals("quarter", Said.text(none, "/errors/0/parameter"));
  }

  private static Map<String, Object> unit(
      String name, int people, int others, int planned, int held, int skipped, int missed) {
    Map<String, Object> unit = new HashMap<>();
    if (name != null) {
      unit.put("unit", name);
    }
    unit.put("people", people);
    unit.put("others", others);
    unit.put("planned", planned);
    unit.put("held", held);
    unit.put("skipped", skipped);
    unit.put("missed", missed);
    return unit;
  }

  private static Sent part(String quarter, int part, int parts, List<Map<String, Object>> units) {
    return new Sent(
        "evenhand.internal.check-ins",
        "org.evenhand.check-ins.counted.v1",
        "/review-service",
        Company.id("check-ins " + quarter),
        part,
        Map.of("quarter", quarter, "part", part, "parts", parts, "units", new ArrayList<>(units)));
  }

  private static void send(Sent... events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(List.of(events));
    }
  }

  private static Response figures(Tokens token, String quarter) {
    return Api.as(token).queryParam("quarter", quarter).get("/v1/check-in-figures");
  }
}
