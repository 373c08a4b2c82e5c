package org.evenhand.analytics.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.access.OpportunityKind;
import org.evenhand.analytics.access.Stage;
import org.evenhand.analytics.access.Trees;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From what is told of plans and feedback to figures that are published, once a year has ended. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GrowthFiguresTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int YEAR = 2950;
  private static final Tokens HR = Tokens.forEmployee("GR-HR", "employee", "hr");

  private static final List<String> ENDS =
      List.of("completed", "closed", "closed", "closed", "carried-over");
  private static final List<String> CAUSES = List.of("", "EMPLOYEE", "PROVIDER", "CIRCUMSTANCE");

  @BeforeAll
  void people_worked_a_year() {
    Growing.exist();
    Growing.work(YEAR, Growing.people());
    List<Sent> told = new ArrayList<>();
    List<String> people = Growing.people();
    for (int i = 0; i < people.size(); i++) {
      told.add(Growing.begun("agreed " + people.get(i), people.get(i), YEAR));
      told.addAll(plans(people.get(i), i));
      told.addAll(feedback(people.get(i), i));
    }
    // Somebody whose plan ended before they could agree to it, and somebody who never had one.
    told.add(Growing.begun("moved", "Left-91", YEAR));
    told.add(Growing.owed("withdrawn", "moved", "Left-91", YEAR + "-06-09T10:00:00Z"));
    told.add(Growing.shared("Left-92", YEAR));
    // Two results of one day, of which one plan was agreed.
    told.add(Growing.owed("begun", "second", "Left-1", YEAR + "-06-01T11:00:00Z"));
    // It never came to be: what tells of its end overtook it.
    told.add(Growing.removed("overtaken", YEAR));
    told.add(Growing.given("overtaken", "RECOGNITION", "Left-0", people.subList(0, 10), YEAR));
    Growing.send(told);
    Growing.send(told);
    Growing.publish("GROWTH", YEAR);
  }

  /** Everybody's first plan is completed; their last one ends in one of five ways. */
  private static List<Sent> plans(String person, int i) {
    Map<String, Object> last =
        i % 5 == 0 || i % 5 == 4
            ? Map.of("means", Growing.means(2, i % 3), "at", YEAR + "-09-01T10:00:00Z")
            : Map.of(
                "cause",
                CAUSES.get(i % 5),
                "means",
                i % 3 == 0 ? List.of() : Growing.means(2, i % 3),
                "at",
                YEAR + "-09-01T10:00:00Z");
    List<Sent> told = new ArrayList<>();
    told.add(Growing.plan(ENDS.get(i % 5), "last " + person, person, YEAR, last));
    told.add(Growing.plan("completed", "first " + person, person, YEAR, Map.of()));
    if (i % 4 > 0) {
      told.add(
          Growing.plan(
              "agreed", "agreed " + person, person, YEAR, Map.of("daysFromShare", i % 4 * 14)));
    }
    return told;
  }

  /** Each gives recognition to the three who come next, and takes some more of it back. */
  private static List<Sent> feedback(String person, int i) {
    List<String> people = Growing.people();
    List<Sent> told = new ArrayList<>();
    for (int n = 0; n < i % 4; n++) {
      List<String> to = List.of(people.get((i + 1) % people.size()));
      told.add(Growing.given("kept " + n + person, "RECOGNITION", person, to, YEAR));
      told.add(Growing.given("taken " + n + person, "RECOGNITION", person, to, YEAR));
      told.add(Growing.removed("taken " + n + person, YEAR));
    }
    return told;
  }

  @Test
  void the_plan_that_ended_last_counts_and_small_groups_are_hidden() {
    JsonNode figure = figure(GrowthMeasure.PLAN_OUTCOME, YEAR);

    assertEquals("SHOWN", figure.path("state").asText());
    assertEquals("2951-02-01", figure.path("expectedOn").asText());
    assertEquals(95, figure.at("/everybody/people").asInt());
    assertEquals(List.of("Both", "Left", "Right", "undeclared"), values(figure));
    assertTrue(group(figure, "Both").path("suppressed").asBoolean());
    assertTrue(group(figure, "Both").path("figures").isMissingNode());
    assertEquals(
        "COMPLETED .2, CLOSED_EMPLOYEE .2, CLOSED_PROVIDER .2, CLOSED_CIRCUMSTANCE .2,"
            + " CARRIED_OVER .2",
        bands(figure, "Left"));
  }

  @Test
  void who_has_agreed_to_nothing_by_the_day_of_publication_is_shown_and_not_left_out() {
    JsonNode figure = figure(GrowthMeasure.PLAN_AGREEMENT, YEAR);

    assertEquals("0-14 .25, 15-28 .25, 29+ .25, NOT_AGREED .25", bands(figure, "Left"));
    assertEquals(40, group(figure, "Left").at("/figures/people").asInt());
  }

  @Test
  void who_could_agree_to_nothing_counts_nowhere() {
    JsonNode figure = figure(GrowthMeasure.PLAN_AGREEMENT, YEAR);

    assertEquals(95, figure.at("/everybody/people").asInt());
  }

  @Test
  void an_agreement_after_the_day_of_publication_neither_counts_nor_puts_it_off() {
    int year = YEAR + 20;
    String due =
        "due_work w join figure_year y on y.id = w.subject where w.kind = 'growth-year-ended' and"
            + " y.year = %d and w.due_at = '2900-01-01'".formatted(year);
    Growing.send(
        List.of(Growing.begun("in time", "Left-1", year), Growing.begun("late", "Left-2", year)));
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> Database.number("select count(*) from figure_year where year = " + year) == 1);
    Database.change(
        "update due_work set due_at = '2900-01-01', try_at = '2900-01-01' where subject = (select"
            + " id"
            + " from figure_year where year = %d) and kind = 'growth-year-ended'".formatted(year));

    Growing.send(
        List.of(
            agreed("late", "Left-2", year, (year + 1) + "-02-01T12:00:00Z"),
            agreed("in time", "Left-1", year, (year + 1) + "-02-01T11:59:59Z")));
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number("select count(days) from growth_begun where year = " + year) == 1);

    assertEquals(
        List.of(Company.id("Left-1").toString()),
        Database.column(
            "select cast(employee_id as text) from growth_begun where days is not null and year = "
                + year));
    assertEquals(1, Database.number("select count(*) from " + due));
    assertEquals(0, Database.number("select count(*) from figure_year where year = " + (year + 1)));
  }

  private static Sent agreed(String plan, String person, int year, String at) {
    return Growing.plan("agreed", plan, person, year, Map.of("daysFromShare", 200, "at", at));
  }

  @Test
  void means_are_told_by_whether_they_were_given_and_never_by_their_amount() {
    JsonNode figure = figure(GrowthMeasure.PLAN_MEANS, YEAR);

    assertEquals(
        "NOTHING_OWED .2, ALL_GIVEN .33, SOME_GIVEN .33, NONE_GIVEN .15", bands(figure, "Left"));
  }

  @Test
  void recognition_that_was_taken_back_counts_no_more_and_what_is_told_twice_counts_once() {
    assertEquals(
        "0 .25, 1-2 .5, 3-5 .25, 6+ .0",
        bands(figure(GrowthMeasure.RECOGNITION_GIVEN, YEAR), "Left"));
    assertEquals(
        "0 .25, 1-2 .5, 3-5 .25, 6+ .0",
        bands(figure(GrowthMeasure.RECOGNITION_RECEIVED, YEAR), "Right"));
  }

  @Test
  void that_nobody_received_feedback_is_shown() {
    assertEquals(
        "0 1.0, 1-2 .0, 3-5 .0, 6+ .0",
        bands(figure(GrowthMeasure.FEEDBACK_RECEIVED, YEAR), "Left"));
  }

  @Test
  void what_it_was_counted_from_is_forgotten_and_what_comes_late_changes_nothing() {
    String before = figure(GrowthMeasure.RECOGNITION_GIVEN, YEAR).toString();
    Growing.send(
        List.of(
            Growing.given("late", "RECOGNITION", "Left-0", List.of("Left-1"), YEAR),
            Growing.given("later", "RECOGNITION", "Left-0", List.of("Left-1"), YEAR + 9)));
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/growth-figures/years"),
        answer -> answer.asString().contains("\"year\":" + (YEAR + 9)));

    assertEquals(before, figure(GrowthMeasure.RECOGNITION_GIVEN, YEAR).toString());
    for (String table :
        List.of(
            "growth_feedback", "growth_plan", "growth_begun", "growth_member", "growth_person")) {
      assertEquals(
          0, Database.number("select count(*) from " + table + " where year = " + YEAR), table);
    }
  }

  /** Forty Lefts could apply; forty-one worked here. */
  @Test
  void one_person_cant_be_had_by_subtracting_an_access_audit() {
    int year = YEAR + 4;
    Growing.hire(List.of("Left-90"));
    List<String> people = new ArrayList<>(Growing.people());
    Map<String, Stage> reached = new HashMap<>();
    people.forEach(
        person -> reached.put(person, Stage.values()[Math.floorMod(person.hashCode(), 4)]));
    people.add("Left-90");
    Growing.work(year, people);
    List<Sent> told = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      String to = people.get((i + 7) % people.size());
      told.add(Growing.given("y" + i, "CRITIQUE", people.get(i), List.of(to), year));
      told.add(Growing.plan("completed", "y" + i, people.get(i), year, Map.of()));
    }
    Growing.send(told);
    Growing.send(List.of(Trees.part("hand", OpportunityKind.MOVE, year + "-03-01", 1, 1, reached)));
    Growing.publish("ACCESS", year);
    Growing.publish("GROWTH", year);

    assertFalse(hidden(audit(year)).contains("Left"));
    assertFalse(hidden(audit(year)).contains("Right"));
    JsonNode figure = figure(GrowthMeasure.RECOGNITION_GIVEN, year);
    assertTrue(hidden(figure).contains("Left"), figure.toString());
    assertFalse(hidden(figure).contains("Right"), figure.toString());
  }

  /** What is published first takes from what may be shown later. */
  @Test
  void figures_wait_for_the_access_audits_of_the_year() {
    int year = YEAR + 7;
    Growing.work(year, Growing.people());
    Growing.send(
        List.of(
            Growing.plan("completed", "waits", "Left-0", year, Map.of()),
            Trees.part(
                "waited for",
                OpportunityKind.MOVE,
                year + "-03-01",
                1,
                1,
                Map.of("Left-0", Stage.APPLIED))));
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> Database.number("select count(*) from figure_year where year = " + year) == 2);
    Growing.fallDue("GROWTH", year);
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number(
                    "select count(*) from due_work join figure_year on id = subject where year = %d"
                            .formatted(year)
                        + " and due_at between now() + interval '50 minutes' and now() + interval"
                        + " '70 minutes' and published_at is null")
                == 1);

    Growing.publish("ACCESS", year);
    Growing.publish("GROWTH", year);
  }

  @Test
  void a_unit_of_few_is_hidden_and_another_protects_it() {
    JsonNode figure = byUnit(Api.HR_LEAD, GrowthMeasure.PLAN_AGREEMENT);

    assertEquals("WHOLE", figure.path("scope").asText());
    assertEquals(95, figure.at("/everybody/people").asInt());
    assertEquals(List.of("forge", "mill", "shed"), figure.path("units").findValuesAsText("unit"));
    assertTrue(figure.at("/units/2/suppressed").asBoolean());
    boolean forge = figure.at("/units/0/suppressed").asBoolean();
    assertEquals(!forge, figure.at("/units/1/suppressed").asBoolean(), "one of them protects it");
  }

  @Test
  void hr_sees_the_units_that_they_serve_and_no_total() {
    JsonNode figure = byUnit(HR, GrowthMeasure.PLAN_AGREEMENT);

    assertEquals("SERVED_UNITS", figure.path("scope").asText());
    assertEquals(List.of("mill"), figure.path("units").findValuesAsText("unit"));
    assertTrue(figure.path("everybody").isMissingNode());
  }

  @Test
  void a_year_that_gathers_says_on_which_day_it_is_published() {
    JsonNode figure = figure(GrowthMeasure.PLAN_OUTCOME, YEAR + 1);

    assertEquals("GATHERING", figure.path("state").asText());
    assertEquals("2952-02-01", figure.path("expectedOn").asText());
    assertTrue(figure.path("everybody").isMissingNode());
    assertTrue(figure.path("groups").isEmpty());
  }

  @Test
  void who_comes_new_finds_the_years_and_what_to_ask() {
    JsonNode years = read(Api.as(HR).get("/v1/growth-figures/years?limit=200"));

    for (JsonNode year : years.path("items")) {
      if (year.path("year").asInt() == YEAR) {
        assertEquals(GrowthMeasure.values().length, year.path("measures").size());
        assertFalse(year.path("publishedAt").asText().isEmpty());
        return;
      }
    }
    throw new AssertionError(years.toString());
  }

  @Test
  void who_works_here_on_the_last_day_of_a_year_is_kept_by_then() {
    int year = YEAR + 6;
    Growing.send(List.of(Growing.plan("completed", "kept", "Left-0", year, Map.of())));
    String due =
        "from due_work w join figure_year y on y.id = w.subject where w.kind ="
            + " 'growth-year-members' and y.year = "
            + year;
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> Database.number("select count(*) " + due) == 1);
    assertEquals(
        List.of(year + "-12-31 12:00"),
        Database.column(
            "select to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') " + due));
    Database.change(
        "update due_work set due_at = now(), try_at = now() where kind = 'growth-year-members' and"
            + " subject = (select id from figure_year where year = %d)".formatted(year));
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number(
                    "select count(*) from growth_member m join person p using (employee_id) where"
                        + " m.year = %d and p.external_id like 'Left-%%'".formatted(year))
                >= 40);
  }

  @Test
  void what_is_asked_wrongly_is_refused() {
    refused(Map.of("measure", "MOOD", "year", YEAR, "dimension", Growing.KEY), 400);
    refused(Map.of("measure", "PLAN_MEANS", "year", 1999, "dimension", Growing.KEY), 400);
    refused(Map.of("measure", "PLAN_MEANS", "year", YEAR), 400);
    refused(Map.of("measure", "PLAN_MEANS", "year", YEAR, "dimension", "no such"), 404);
  }

  private static void refused(Map<String, ?> asked, int status) {
    Api.as(Api.HR_LEAD).queryParams(asked).get("/v1/growth-figures").then().statusCode(status);
  }

  private static JsonNode figure(GrowthMeasure measure, int year) {
    return read(
        Api.as(Api.INSIGHT)
            .queryParams(Map.of("measure", measure, "year", year, "dimension", Growing.KEY))
            .get("/v1/growth-figures"));
  }

  private static JsonNode byUnit(Tokens who, GrowthMeasure measure) {
    return read(
        Api.as(who)
            .queryParams(Map.of("measure", measure, "year", YEAR))
            .get("/v1/growth-figures/by-unit"));
  }

  private static JsonNode audit(int year) {
    return read(
        Api.as(Api.INSIGHT)
            .queryParams(Map.of("kind", "MOVE", "year", year, "dimension", Growing.KEY))
            .get("/v1/access-audits"));
  }

  private static JsonNode read(Response answer) {
    assertEquals(200, answer.statusCode(), answer.asString());
    try {
      return JSON.readTree(answer.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> values(JsonNode figure) {
    return figure.path("groups").findValuesAsText("value");
  }

  private static List<String> hidden(JsonNode figure) {
    return values(figure).stream()
        .filter(value -> group(figure, value).path("suppressed").asBoolean())
        .toList();
  }

  private static JsonNode group(JsonNode figure, String value) {
    for (JsonNode group : figure.path("groups")) {
      if (group.path("value").asText().equals(value)) {
        return group;
      }
    }
    throw new AssertionError(figure.toString());
  }

  /** As in {@code 0 .25, 1-2 .5}. */
  private static String bands(JsonNode figure, String value) {
    List<String> bands = new ArrayList<>();
    group(figure, value)
        .at("/figures/bands")
        .forEach(
            band ->
                bands.add(
                    band.path("band").asText()
                        + " "
                        + band.path("share").asText().replaceFirst("^0", "")));
    return String.join(", ", bands);
  }
}
