package org.evenhand.analytics.access;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Batches;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
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

  /** All have one job, which is kept with the figures and shown to nobody. */
  @Test
  void the_job_of_people_is_that_of_the_directory() {
    assertEquals(
        List.of("{\"Policy / HEO\": [30, 4, 3, 3]}"),
        Database.column(
            "select g.strata from access_group g join access_audit a on a.id = g.audit_id where"
                + " g.value = 'Elm' and a.kind = 'STRETCH' and a.year = "
                + YEAR));
    assertFalse(audit(OpportunityKind.STRETCH, YEAR).toString().contains("Policy"));
  }

  /**
   * Who subtracts the one audit from the other has the two of whom it is known that they differ.
   */
  @Test
  void two_people_cant_be_had_by_subtracting_one_kind_from_another() {
    assertTrue(hidden(audit(OpportunityKind.SUCCESSION, YEAR)).contains("Elm"));
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
    Trees.plant("Oak90");
    Map<String, Stage> people = Trees.all();
    people.put("Oak90", Stage.APPLIED);
    Trees.send(halves("withdrawn", OpportunityKind.STRETCH, year + "-12-31", people));
    awaitPublished(year);
    String own =
        "select count(*) from demographics.access_place where dimension = 'tree' and employee_id ="
            + " '%s'".formatted(Company.id("Oak90"));
    assertEquals(1, Database.number(own));

    Api.as(Tokens.forEmployee("Oak90", "employee"))
        .delete("/v1/demographics/me/tree")
        .then()
        .statusCode(204);

    assertEquals(0, Database.number(own));
    assertEquals(
        41, group(audit(OpportunityKind.STRETCH, year), "Oak").at("/reached/eligible").asInt());
  }

  @Test
  void who_was_erased_meanwhile_counts_on() {
    int year = 2018;
    Trees.plant("Oak95");
    Map<String, Stage> people = Trees.all();
    people.put("Oak95", Stage.APPLIED);
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
        41, group(audit(OpportunityKind.STRETCH, year), "Oak").at("/reached/eligible").asInt());
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
            Database.number("select count(published_at) from access_year where year = " + year)
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
