package org.evenhand.analytics.duty.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Batches;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How duties were done: once a quarter, the same for everybody, and of nobody alone. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DutyFiguresTest {

  private static final String QUARTER = "2012-Q3";
  private static final String KIND = "CALIBRATION_CHECK";

  private static final Tokens AUDITOR = Tokens.forEmployee("DF-AUDITOR", "auditor");
  private static final Tokens HR = Tokens.forEmployee("DF-HR", "employee", "hr");

  @Inject Batches batches;
  @Inject DutyFigureConsumer consumer;

  @BeforeAll
  void a_quarter_was_told() {
    Api.connect();
    Sent one =
        part(
            KIND,
            QUARTER,
            1,
            2,
            unit("MANAGER", "DF-east", 6, 20, 25, 5, 20, 0, 0),
            unit("MANAGER", "DF-north", 40, 1, 40, 31, 4, 0, 5),
            unit("MANAGER", "DF-south", 14, 1, 14, 14, 0, 0, 0));
    send(
        Company.employee("DF-AUDITOR", Map.of()),
        Company.employee(
            "DF-HR",
            Map.of(
                "hrUnits",
                List.of(
                    Map.of("orgUnit", "DF-north", "from", "2020-01-01"),
                    Map.of("orgUnit", "DF-east", "from", "2020-01-01")))),
        one,
        one,
        part(
            KIND,
            QUARTER,
            2,
            2,
            unit("MANAGER", null, 9, 1, 9, 5, 2, 1, 1),
            unit("EMPLOYEE", "DF-north", 11, 2, 20, 17, 3, 0, 0),
            unit("HR", null, 0, 0, 8, 0, 0, 1, 7)),
        part(KIND, "2012-Q4", 1, 2));
    Api.until(
        () -> figures(Api.HR_LEAD, KIND, QUARTER),
        answer -> Said.by(answer).path("state").asText().equals("SHOWN"));
  }

  @Test
  void sides_stand_side_by_side_with_their_units_in_multiples_of_five() {
    JsonNode shown = Said.by(figures(Api.HR_LEAD, KIND, QUARTER));

    assertEquals("2012-11-01", shown.path("expectedOn").asText());
    assertEquals(List.of("HR", "MANAGER", "EMPLOYEE"), shown.findValuesAsText("side"));
    assertEquals(
        "{\"side\":\"EMPLOYEE\",\"total\":%1$s,\"units\":[{\"unit\":\"DF-north\",\"suppressed\":false,\"figures\":%1$s}]}"
            .formatted(figures(10, 20, 15, 5, 0, 0)),
        shown.at("/sides/2").toString());
    assertEquals(figures(70, 90, 55, 25, 0, 5), shown.at("/sides/1/total").toString());
  }

  @Test
  void what_a_role_owed_is_of_no_unit_and_not_in_the_total() {
    JsonNode hr = Said.by(figures(Api.HR_LEAD, KIND, QUARTER)).at("/sides/0");

    assertEquals(figures(0, 10, 0, 0, 0, 5), hr.path("ofRoles").toString());
    assertEquals(0, hr.path("units").size());
    assertFalse(hr.has("total"));
  }

  @Test
  void a_unit_of_which_one_person_owed_most_is_named_without_figures_and_another_protects_it() {
    JsonNode units = Said.by(figures(Api.HR_LEAD, KIND, QUARTER)).at("/sides/1/units");

    assertEquals(4, units.size());
    assertEquals("{\"unit\":\"DF-east\",\"suppressed\":true}", units.get(0).toString());
    assertFalse(units.get(3).has("unit"), "the smaller ones together");
    int hidden = 0;
    for (JsonNode unit : units) {
      hidden += unit.path("suppressed").asBoolean() ? 1 : 0;
      assertEquals(unit.path("suppressed").asBoolean(), !unit.has("figures"));
    }
    assertTrue(hidden > 1, units.toString());
  }

  @Test
  void everybody_reads_the_same_and_hr_the_units_that_it_serves() {
    String shown = figures(Api.HR_LEAD, KIND, QUARTER).asString();

    assertEquals(shown, figures(AUDITOR, KIND, QUARTER).asString());
    assertEquals(shown, figures(Api.INSIGHT, KIND, QUARTER).asString());
    JsonNode served = Said.by(figures(HR, KIND, QUARTER));
    assertEquals("SERVED_UNITS", served.path("scope").asText());
    assertEquals(
        List.of("DF-east", "DF-north"), served.at("/sides/1/units").findValuesAsText("unit"));
    assertTrue(served.findValues("total").isEmpty());
    assertTrue(served.findValues("ofRoles").isEmpty());
    for (String role : List.of("manager", "employee")) {
      assertEquals(
          403, figures(Tokens.forEmployee("DF-HR", role), KIND, QUARTER).statusCode(), role);
    }
  }

  @Test
  void each_kind_and_quarter_is_published_for_itself_once_all_its_parts_are_there() {
    for (JsonNode none :
        List.of(
            Said.by(figures(Api.HR_LEAD, KIND, "2012-Q4")),
            Said.by(figures(Api.HR_LEAD, "TRAINING", QUARTER)))) {
      assertEquals("NOT_PUBLISHED", none.path("state").asText());
      assertEquals(0, none.path("sides").size());
      assertFalse(none.has("publishedAt"));
    }
  }

  @Test
  void what_is_told_again_or_otherwise_changes_nothing() {
    String shown = figures(Api.HR_LEAD, KIND, QUARTER).asString();
    batches.take(
        consumer,
        List.of(part(KIND, QUARTER, 1, 2, unit("MANAGER", "DF-north", 40, 1, 40, 0, 40, 0, 0))));
    assertEquals(shown, figures(Api.HR_LEAD, KIND, QUARTER).asString());

    Sent third = part(KIND, QUARTER, 3, 3);
    assertThrows(AssertionError.class, () -> batches.take(consumer, List.of(third)));
    assertEquals(shown, figures(Api.HR_LEAD, KIND, QUARTER).asString());
  }

  @Test
  void a_kind_that_cannot_be_asked_for_yet_is_kept() {
    batches.take(consumer, List.of(part("LATER", "2009-Q1", 1, 1)));

    assertEquals(1, Database.number("select count(*) from quarter_part where kind = 'LATER'"));
  }

  /** What comes from another service may be anything. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "side, null",
        "side, BOARD",
        "holders, -1",
        "holders, 0",
        "holders, 13",
        "most, 0",
        "most, 2",
        "late, -1",
        "open, 1",
        "owed, null",
        "unit, ' '"
      })
  void numbers_that_dont_go_together_are_refused(String field, String value) {
    Map<String, Object> unit = unit("MANAGER", "DF-torn", 12, 1, 12, 6, 4, 1, 1);
    unit.put(field, field.equals("open") ? "2" : value);
    Sent torn = part(KIND, "2008-Q1", 1, 1, unit);

    assertThrows(AssertionError.class, () -> batches.take(consumer, List.of(torn)));
    assertEquals(0, Database.number("select count(*) from quarter_part where quarter = '2008-Q1'"));
  }

  @ParameterizedTest
  @CsvSource({
    "2008-Q5, 1, 1, K",
    "20081, 1, 1, K",
    "2008-Q2, 0, 1, K",
    "2008-Q2, 2, 1, K",
    "2008-Q2, 1, 1, ' '"
  })
  void a_part_of_no_quarter_or_kind_is_refused(String quarter, int part, int parts, String kind) {
    Sent torn = part(kind, quarter, part, parts);

    assertThrows(AssertionError.class, () -> batches.take(consumer, List.of(torn)));
  }

  @Test
  void a_question_for_no_kind_or_quarter_is_refused() {
    for (String asked : List.of("2027", "2027-Q5", "")) {
      assertEquals(400, figures(Api.HR_LEAD, KIND, asked).statusCode(), asked);
    }
    for (String asked : List.of("GUIDANCE_ANSWER", "training", "")) {
      assertEquals(400, figures(Api.HR_LEAD, asked, QUARTER).statusCode(), asked);
    }
    Response none = Api.as(Api.HR_LEAD).queryParam("quarter", QUARTER).get("/v1/duty-figures");
    assertEquals(400, none.statusCode());
    assertEquals("kind", Said.text(none, "/errors/0/parameter"));
  }

  private static Map<String, Object> unit(
      String side,
      String name,
      int holders,
      int most,
      int owed,
      int inTime,
      int late,
      int waived,
      int open) {
    Map<String, Object> unit = new HashMap<>();
    if (name != null) {
      unit.put("unit", name);
    }
    unit.put("side", side);
    unit.put("holders", holders);
    unit.put("most", most);
    unit.put("owed", owed);
    unit.put("inTime", inTime);
    unit.put("late", late);
    unit.put("waived", waived);
    unit.put("open", open);
    return unit;
  }

  @SafeVarargs
  private static Sent part(
      String kind, String quarter, int part, int parts, Map<String, Object>... units) {
    return new Sent(
        "evenhand.internal.duty-figures",
        "org.evenhand.duties.counted.v1",
        "/policy-service",
        Company.id("duties " + kind + " " + quarter),
        part,
        Map.of(
            "kind",
            kind,
            "quarter",
            quarter,
            "part",
            part,
            "parts",
            parts,
            "units",
            List.of(units)));
  }

  private static String figures(int holders, int owed, int inTime, int late, int waived, int open) {
    return "{\"holders\":%d,\"owed\":%d,\"inTime\":%d,\"late\":%d,\"waived\":%d,\"open\":%d}"
        .formatted(holders, owed, inTime, late, waived, open);
  }

  private static void send(Sent... events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(List.of(events));
    }
  }

  private static Response figures(Tokens token, String kind, String quarter) {
    return Api.as(token)
        .queryParam("kind", kind)
        .queryParam("quarter", quarter)
        .get("/v1/duty-figures");
  }
}
