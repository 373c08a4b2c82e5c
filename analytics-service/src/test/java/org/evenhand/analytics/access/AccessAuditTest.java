package org.evenhand.analytics.access;

import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Batches;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * From opportunities that are decided to audits that are published, once a year has ended. The
 * numbers are those of {@link StageResultTest}, where they are worked out by hand.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessAuditTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int YEAR = 2011;

  @Inject Batches batches;
  @Inject OpportunityConsumer opportunities;

  @BeforeAll
  void opportunities_were_decided() {
    Trees.exist();
    Trees.plant("Elm90", "Elm91");
    List<Sent> told = new ArrayList<>();
    told.addAll(halves("stretch", OpportunityKind.STRETCH, YEAR + "-12-31", Trees.all()));
    // Everybody could apply for another one, and nobody did: each is counted by the further stage.
    Map<String, Stage> eligible = new HashMap<>(Trees.all());
    eligible.replaceAll((person, stage) -> Stage.ELIGIBLE);
    told.addAll(halves("unwanted", OpportunityKind.STRETCH, YEAR + "-01-01", eligible));
    // Of a third one a part is missing, and one that was decided on New Year is of the next year.
    told.add(
        Trees.part(
            "cut", OpportunityKind.STRETCH, YEAR + "-05-05", 1, 2, Map.of("Elm0", Stage.SELECTED)));
    told.addAll(List.copyOf(told));
    // The same people, and two Elms who could do this alone.
    Map<String, Stage> more = new HashMap<>(Trees.all());
    more.put("Elm90", Stage.APPLIED);
    more.put("Elm91", Stage.SELECTED);
    told.addAll(halves("succession", OpportunityKind.SUCCESSION, YEAR + "-06-01", more));
    Trees.send(told);
    // The part that is missing was waited for long enough.
    String arrived = "select count(*) from access_part where year = " + YEAR;
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> Database.number(arrived) == 1);
    Database.change(
        "update access_part set arrived_at = now() - interval '7 days 1 minute' where year = "
            + YEAR);
    Trees.fallDue(YEAR);
    awaitPublished(YEAR);
  }

  @Test
  void everybody_is_counted_once_at_the_furthest_stage_and_small_groups_are_hidden() {
    JsonNode audit = audit(OpportunityKind.STRETCH, YEAR);

    assertEquals("SHOWN", audit.path("state").asText());
    assertEquals(2, audit.path("opportunities").asInt());
    assertEquals("2012-02-01", audit.path("expectedOn").asText());
    assertEquals(List.of("Elm", "Fig", "Oak", "undeclared"), values(audit));
    assertEquals(List.of("Fig", "undeclared"), hidden(audit));
    assertEquals(
        "{\"applied\":24,\"assessed\":16,\"eligible\":40,\"selected\":8}",
        sorted(group(audit, "Oak").path("reached")));
    assertEquals(
        "{\"applied\":10,\"assessed\":6,\"eligible\":40,\"selected\":3}",
        sorted(group(audit, "Elm").path("reached")));
    assertTrue(group(audit, "Fig").path("stages").isEmpty());
  }

  @Test
  void each_stage_is_judged_as_ratings_are() {
    JsonNode stages = group(audit(OpportunityKind.STRETCH, YEAR), "Elm").path("stages");

    assertEquals("APPLIED", stages.at("/0/stage").asText());
    assertEquals("COMPARED", stages.at("/0/role").asText());
    assertEquals(.25, stages.at("/0/rate").asDouble());
    assertEquals(.25 / .6, stages.at("/0/impactRatio/ratio").asDouble(), 1e-9);
    assertTrue(stages.at("/0/impactRatio/belowFourFifths").asBoolean());
    assertEquals("WARN", stages.at("/0/impactRatio/verdict/outcome").asText());
    assertEquals("INSUFFICIENT", stages.at("/2/impactRatio/verdict/outcome").asText());
    JsonNode reference = group(audit(OpportunityKind.STRETCH, YEAR), "Oak").path("stages");
    assertEquals("REFERENCE", reference.at("/0/role").asText());
  }

  @Test
  void that_a_year_is_published_is_told_once_and_without_figures() throws Exception {
    String id = new FigureYear(YearlyRoom.ACCESS, YEAR).id().toString();
    List<ConsumerRecord<String, String>> told =
        Events.ofTest().await("evenhand.findings", 1, record -> id.equals(record.key()));

    assertEquals(1, told.size());
    EventSchemas.check(told.get(0));
    JsonNode published = JSON.readTree(told.get(0).value());
    assertEquals(YEAR, published.path("year").asInt());
    assertEquals(3, published.size());
    assertEquals(
        1,
        Database.number(
            "select count(*) from figure_year where room = 'ACCESS' and year = %d and published_at = '%s'"
                .formatted(YEAR, published.path("publishedAt").asText())));
  }

  /** All have one job, which is kept with the figures and shown to nobody. */
  @Test
  void the_job_of_people_is_that_of_the_directory() {
    assertEquals(
        List.of("{\"Policy / HEO\": [30, 4, 3, 3]}"),
        Database.column(
            "select g.strata from yearly_group g join access_audit a using (number) where"
                + " g.value = 'Elm' and a.kind = 'STRETCH' and a.year = "
                + YEAR));
    assertFalse(audit(OpportunityKind.STRETCH, YEAR).toString().contains("Policy"));
  }

  /** Whoever is selected for a move has another job once the year is published. */
  @Test
  void the_job_of_people_is_the_one_that_they_had_when_they_were_counted() {
    int year = 2990;
    List<String> more = List.of("Elm95", "Elm96", "Elm97", "Elm98", "Elm99");
    Trees.plant(more.toArray(String[]::new));
    Map<String, Stage> people = Trees.all();
    more.forEach(person -> people.put(person, Stage.SELECTED));
    batches.take(
        opportunities,
        List.of(Trees.part("move", OpportunityKind.MOVE, year + "-03-01", 1, 1, people)));
    Map<String, Object> placed =
        Map.of(
            "orgUnit", "wood", "managerId", Company.id("TR-M"), "jobLevel", "SEO", "sequence", 2);
    Trees.send(more.stream().map(person -> Company.employee(person, placed)).toList());
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number(
                    "select count(*) from person where job_level = 'SEO' and external_id like"
                        + " 'Elm9%'")
                == 5);
    // Who counts already keeps that job, and so it is when all of the topic is read anew.
    batches.take(
        opportunities,
        List.of(Trees.part("again", OpportunityKind.MOVE, year + "-03-02", 1, 1, people)));

    Trees.fallDue(year);
    awaitPublished(year);

    assertEquals(
        List.of("{\"Policy / HEO\": [30, 4, 3, 8]}"),
        Database.column(
            "select g.strata from yearly_group g join access_audit a using (number) where"
                + " g.value = 'Elm' and a.year = "
                + year));
    assertEquals(0, Database.number("select count(*) from access_job where year = " + year));
  }

  /**
   * Who subtracts the one audit from the other has the two of whom it is known that they differ.
   */
  @Test
  void two_people_cant_be_had_by_subtracting_one_kind_from_another() {
    assertTrue(hidden(audit(OpportunityKind.SUCCESSION, YEAR)).contains("Elm"));
  }

  /** Oaks who came in the second year would be one: 41 of the third year less 40 of the first. */
  @Test
  void one_person_cant_be_had_by_waiting_until_the_year_in_which_they_came_is_long_past() {
    Trees.plant("Oak80");
    Map<String, Stage> more = Trees.all();
    more.put("Oak80", Stage.APPLIED);
    for (int year = 2020; year <= 2022; year++) {
      Trees.send(
          halves(
              "in " + year,
              OpportunityKind.PROJECT,
              year + "-04-04",
              year == 2020 ? Trees.all() : more));
      awaitPublished(year);
    }

    assertFalse(hidden(audit(OpportunityKind.PROJECT, 2020)).contains("Oak"));
    assertTrue(hidden(audit(OpportunityKind.PROJECT, 2021)).contains("Oak"));
    assertTrue(hidden(audit(OpportunityKind.PROJECT, 2022)).contains("Oak"));
    assertEquals(0, places(2020, "level is not null"), "nobody needs it any more");
    assertEquals(95, places(2020, "level is null"), "who counted");
    assertEquals(96, places(2022, "level is not null"));
  }

  private static long places(int year, String which) {
    return Database.number(
        "select count(*) from demographics.yearly_place s join access_audit a using (number)"
            + " where s.dimension = 'tree' and a.year = %d and %s".formatted(year, which));
  }

  /** Four sets that somebody chose: of their sums, added and subtracted, one person is left. */
  @Test
  void files_of_past_years_cant_be_chosen_so_that_one_person_is_what_is_left_of_their_sums() {
    Map<String, Stage> a = block(100);
    Map<String, Stage> b = block(110);
    Map<String, Stage> c = block(120);
    Map<String, Stage> d = block(130);
    Map<String, Stage> victim = Map.of("Oak200", Stage.ELIGIBLE);
    Trees.plant("Oak200");
    file(2980, a, b);
    file(2983, a, c, victim);
    file(2986, b, d);
    file(2989, c, d);

    assertTrue(shows(audit(OpportunityKind.MOVE, 2980), "Oak"), "the first one tells of nobody");
    assertFalse(
        List.of(2983, 2986, 2989).stream()
            .allMatch(year -> shows(audit(OpportunityKind.MOVE, year), "Oak")));
  }

  private static boolean shows(JsonNode audit, String group) {
    return values(audit).contains(group) && !hidden(audit).contains(group);
  }

  /** Ten Oaks and ten Elms. */
  private static Map<String, Stage> block(int from) {
    Map<String, Stage> block = new TreeMap<>();
    for (int i = from; i < from + 10; i++) {
      block.put("Oak" + i, Stage.ELIGIBLE);
      block.put("Elm" + i, Stage.ELIGIBLE);
    }
    Trees.plant(block.keySet().toArray(String[]::new));
    return block;
  }

  @SafeVarargs
  private void file(int year, Map<String, Stage>... blocks) {
    Map<String, Stage> people = new TreeMap<>();
    List.of(blocks).forEach(people::putAll);
    batches.take(opportunities, List.of(Trees.past("file of " + year, year + "-03-03", people)));
    Trees.fallDue(year);
    awaitPublished(year);
  }

  @Test
  void of_a_year_that_is_long_past_missing_parts_are_waited_for_too() {
    int year = 2008;
    List<Sent> halves =
        halves("half a file", OpportunityKind.PROJECT, year + "-05-05", Trees.all());
    batches.take(opportunities, List.of(halves.get(0)));
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number(
                    "select count(*) from due_work join figure_year on id = subject where year = "
                        + year
                        + " and due_at > now() + interval '23 hours'")
                == 1);

    batches.take(opportunities, List.of(halves.get(1)));
    awaitPublished(year);

    assertEquals(0, audit(OpportunityKind.PROJECT, year).path("incomplete").asInt());
  }

  @Test
  void a_year_that_was_published_before_anybody_was_told_is_told_of() {
    String id = Company.id("published before").toString();
    Database.change(
        "insert into figure_year (id, room, year, publish_on, published_at) values ('%s', 'ACCESS',"
                .formatted(id)
            + " 2001, '2002-02-01', '2002-02-01 12:00Z')");
    Database.change(
        "insert into due_work (kind, subject, due_at, try_at) values"
            + " ('access-year-published-before', '%s', now(), now())".formatted(id));

    List<ConsumerRecord<String, String>> told =
        Events.ofTest().await("evenhand.findings", 1, record -> id.equals(record.key()));
    EventSchemas.check(told.get(0));
    assertTrue(told.get(0).value().contains("\"year\":2001"), told.get(0).value());
  }

  @Test
  void who_withdraws_while_figures_are_published_is_told_to_come_again_and_waits_for_nothing()
      throws SQLException {
    try (Connection publishing = Database.connect();
        Statement statement = publishing.createStatement()) {
      publishing.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(7301846513)");

      withdraw("Oak0", "tree").then().statusCode(503).header("Retry-After", notNullValue());
      withdraw("Oak0", "no such").then().statusCode(404);
    }
  }

  private static Response withdraw(String who, String dimension) {
    return Api.as(Tokens.forEmployee(who, "employee")).delete("/v1/demographics/me/" + dimension);
  }

  @Test
  void a_year_waits_some_days_for_parts_that_are_missing() {
    int year = 2996;
    List<Sent> halves = halves("late half", OpportunityKind.PROJECT, year + "-05-05", Trees.all());
    batches.take(opportunities, List.of(halves.get(0)));
    String putOff =
        "select count(*) from due_work join figure_year on id = subject where year = %d and due_at"
            + " > now() + interval '23 hours' and due_at < now() + interval '25 hours'";
    Trees.fallDue(year);
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> Database.number(putOff.formatted(year)) == 1);

    batches.take(opportunities, List.of(halves.get(1)));
    Trees.fallDue(year);
    awaitPublished(year);

    JsonNode audit = audit(OpportunityKind.PROJECT, year);
    assertEquals(1, audit.path("opportunities").asInt());
    assertEquals(0, audit.path("incomplete").asInt());
  }

  @Test
  void of_which_opportunities_not_all_was_told_is_counted_and_noted() {
    assertEquals(1, audit(OpportunityKind.STRETCH, YEAR).path("incomplete").asInt());
    assertEquals(
        List.of("{\"opportunities\":[\"" + Company.id("opportunity cut") + "\"]}"),
        Database.column(
            "select content from audit a join figure_year y on y.id = a.aggregate_id where"
                + " a.action = 'published-without' and y.year = "
                + YEAR));
  }

  @Test
  void what_comes_late_changes_nothing() {
    String before =
        Api.as(Api.INSIGHT)
            .queryParams(asked(OpportunityKind.STRETCH, YEAR))
            .get("/v1/access-audits")
            .asString();
    Map<String, Stage> late = Trees.all();
    late.replaceAll((person, stage) -> Stage.SELECTED);
    Trees.send(halves("late", OpportunityKind.STRETCH, YEAR + "-07-07", late));
    Trees.send(halves("later", OpportunityKind.STRETCH, YEAR - 1 + "-07-07", Trees.all()));
    awaitPublished(YEAR - 1);

    assertEquals(
        before,
        Api.as(Api.INSIGHT)
            .queryParams(asked(OpportunityKind.STRETCH, YEAR))
            .get("/v1/access-audits")
            .asString());
    assertEquals(
        0, Database.number("select count(*) from access_person where year = " + YEAR), "forgotten");
    assertEquals(0, Database.number("select count(*) from access_part where year = " + YEAR));
  }

  @Test
  void a_year_without_opportunities_says_on_which_day_it_would_be_published() {
    JsonNode audit = audit(OpportunityKind.MOVE, YEAR);

    assertEquals("NOT_PUBLISHED", audit.path("state").asText());
    assertEquals("2012-02-01", audit.path("expectedOn").asText());
    assertTrue(audit.path("opportunities").isMissingNode());
    assertTrue(audit.path("groups").isEmpty());
  }

  @Test
  void what_is_withdrawn_stays_in_what_was_published_and_is_nobodys() {
    int year = 2015;
    List<String> more = List.of("Oak90", "Oak91", "Oak92", "Oak93", "Oak94");
    Trees.plant(more.toArray(String[]::new));
    Map<String, Stage> people = Trees.all();
    more.forEach(person -> people.put(person, Stage.APPLIED));
    Trees.send(halves("withdrawn", OpportunityKind.STRETCH, year + "-12-31", people));
    awaitPublished(year);
    String own =
        "select count(*) from demographics.yearly_place where dimension = 'tree' and employee_id ="
            + " '%s'".formatted(Company.id("Oak90"));
    assertEquals(1, Database.number(own));

    Api.as(Tokens.forEmployee("Oak90", "employee"))
        .delete("/v1/demographics/me/tree")
        .then()
        .statusCode(204);

    assertEquals(0, Database.number(own));
    assertEquals(
        45, group(audit(OpportunityKind.STRETCH, year), "Oak").at("/reached/eligible").asInt());
  }

  @Test
  void who_was_erased_meanwhile_counts_on() {
    int year = 2018;
    List<String> more = List.of("Oak95", "Oak96", "Oak97", "Oak98", "Oak99");
    Trees.plant(more.toArray(String[]::new));
    Map<String, Stage> people = Trees.all();
    more.forEach(person -> people.put(person, Stage.APPLIED));
    Trees.send(
        List.of(
            new Sent(
                Company.DIRECTORY,
                "org.evenhand.person.erased.v1",
                "/review-service",
                Company.id("Oak95"),
                2,
                null)));
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> Database.number("select count(*) from person where external_id = 'Oak95'") == 0);

    Trees.send(halves("erased", OpportunityKind.STRETCH, year + "-12-31", people));
    awaitPublished(year);

    assertEquals(
        45, group(audit(OpportunityKind.STRETCH, year), "Oak").at("/reached/eligible").asInt());
  }

  @Test
  void a_part_that_differs_from_the_others_is_refused_and_counts_nowhere() {
    Map<String, Stage> one = Map.of("Oak1", Stage.SELECTED);
    Sent first = Trees.part("torn", OpportunityKind.MOVE, "2997-01-01", 1, 2, one);
    Sent second = Trees.part("torn", OpportunityKind.PROJECT, "2997-01-01", 2, 2, one);
    batches.take(opportunities, List.of(first));

    assertThrows(AssertionError.class, () -> batches.take(opportunities, List.of(second)));
    assertEquals(
        1, Database.number("select count(*) from access_part where year = 2997"), "the first");
    assertEquals(0, Database.number("select count(*) from access_person where year = 2997"));
  }

  @Test
  void the_day_is_in_everybodys_calendar() {
    int now = LocalDate.now(ZoneOffset.UTC).getYear();
    Trees.send(
        List.of(
            Trees.part(
                "to come",
                OpportunityKind.MOVE,
                now + "-01-15",
                1,
                1,
                Map.of("Oak1", Stage.APPLIED))));
    String from = now + 1 + "-01-31";
    Api.until(
        () ->
            Api.as(Tokens.forEmployee("Oak2", "employee"))
                .queryParams(
                    Map.of("from", from, "to", now + 1 + "-02-02", "kind", "FIGURES_PUBLISHED"))
                .get("/v1/calendar"),
        answer -> answer.asString().contains(now + 1 + "-02-01"));
  }

  @Test
  void what_is_asked_wrongly_is_refused() {
    refused(Map.of("kind", "PROMOTION", "year", YEAR, "dimension", "tree"), 400);
    refused(Map.of("kind", "MOVE", "year", 1999, "dimension", "tree"), 400);
    refused(Map.of("kind", "MOVE", "year", YEAR), 400);
    refused(Map.of("kind", "MOVE", "year", YEAR, "dimension", "no such"), 404);
  }

  private static void refused(Map<String, ?> asked, int status) {
    Api.as(Api.HR_LEAD).queryParams(asked).get("/v1/access-audits").then().statusCode(status);
  }

  /** Told in two parts. */
  private static List<Sent> halves(
      String opportunity, OpportunityKind kind, String decidedOn, Map<String, Stage> people) {
    Map<String, Stage> first = new TreeMap<>(people);
    Map<String, Stage> second = new TreeMap<>(people);
    first.keySet().removeIf(person -> person.hashCode() % 2 == 0);
    second.keySet().removeAll(first.keySet());
    return List.of(
        Trees.part(opportunity, kind, decidedOn, 1, 2, first),
        Trees.part(opportunity, kind, decidedOn, 2, 2, second));
  }

  static void awaitPublished(int year) {
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number(
                    "select count(published_at) from figure_year where room = 'ACCESS' and year = "
                        + year)
                == 1);
  }

  static Map<String, Object> asked(OpportunityKind kind, int year) {
    return Map.of("kind", kind, "year", year, "dimension", Trees.KEY);
  }

  private static JsonNode audit(OpportunityKind kind, int year) {
    Response answer = Api.as(Api.INSIGHT).queryParams(asked(kind, year)).get("/v1/access-audits");
    assertEquals(200, answer.statusCode());
    try {
      return JSON.readTree(answer.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> values(JsonNode audit) {
    return new ArrayList<>(audit.path("groups").findValuesAsText("value"));
  }

  private static List<String> hidden(JsonNode audit) {
    List<String> hidden = new ArrayList<>();
    audit
        .path("groups")
        .forEach(
            group -> {
              if (group.path("suppressed").asBoolean()) {
                hidden.add(group.path("value").asText());
              }
            });
    return hidden;
  }

  private static JsonNode group(JsonNode audit, String value) {
    for (JsonNode group : audit.path("groups")) {
      if (group.path("value").asText().equals(value)) {
        return group;
      }
    }
    throw new AssertionError(audit.toString());
  }

  private static String sorted(JsonNode object) {
    return JSON.valueToTree(JSON.convertValue(object, TreeMap.class)).toString();
  }
}
