package org.evenhand.analytics.evidence;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forty people of two banks of a river, three of an island in it, and eight who say nothing. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidenceParityTest {

  private static final String DIMENSION = "bank";
  private static final int PEOPLE = 40;
  private static final int ISLANDERS = 3;
  private static final int ALL = PEOPLE + ISLANDERS + 8;

  @BeforeAll
  void people_have_declared() {
    Api.connect();
    Api.define(
        DIMENSION,
        Map.of(
            "label", "Bank",
            "values", List.of("Island", "Left", "Right"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    List<Sent> people = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (int person = 0; person < ALL; person++) {
      people.add(Company.employee("EV" + person, Map.of()));
      if (person < PEOPLE + ISLANDERS) {
        csv.append("EV%d,%s,%s\n".formatted(person, DIMENSION, bank(person)));
      }
    }
    send(people);
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  @Test
  void groups_are_told_apart_before_anything_is_shared_and_small_ones_are_hidden() {
    String cycle = "evidence told";
    conclude(cycle, 1, true);
    parity(cycle).then().statusCode(200).body("state", equalTo("GATHERING"));

    Releases.publish(cycle);

    parity(cycle)
        .then()
        .statusCode(200)
        .body("state", equalTo("SHOWN"))
        .body("release.edition.moment", equalTo("CALIBRATION_STARTED"))
        .body("published.number", equalTo(1))
        .body("groups.value", contains("Island", "Left", "Right", "undeclared"))
        .body("groups.state", contains("HIDDEN", "SHOWN", "SHOWN", "HIDDEN"))
        .body("groups[0].reviews", nullValue())
        .body("groups[0].observations", nullValue())
        .body("groups[1].observations.band", contains("0", "1-2", "3+"))
        .body("groups[1].observations.share", contains(0f, 0.25f, 0.75f))
        .body("groups[1].impact.share", contains(0.25f, 0.75f, 0f))
        .body("groups[1].daysSince.band", contains("none", "0-30", "31-90", "91+"))
        .body("groups[1].daysSince.share", contains(0f, 0.75f, 0f, 0.25f))
        .body("groups[1].criteriaWithout.share", contains(0.75f, 0.25f, 0f))
        .body("groups[2].observations.share", contains(0f, 0.75f, 0.25f))
        .body("groups[2].daysSince.share", contains(0f, 0.25f, 0f, 0.75f));
    assertEquals(
        0,
        Database.number(
            "select count(*) from edition_evidence where value = 'Island' and cycle_id = '%s'"
                .formatted(Company.id("cycle " + cycle))));
  }

  /** Who compared two figures of the same people would learn what one of them has changed. */
  @Test
  void a_group_is_told_once_and_stays_as_it_was() {
    String cycle = "evidence once";
    conclude(cycle, 1, true);
    Releases.publish(cycle);
    String published = parity(cycle).jsonPath().getString("groups");
    Map<String, Object> again = review(cycle, 0, true);
    again.put("evidence", evidence(90, 90, 0, 0));
    again.put("originalOrdinal", 5);
    again.put("ordinal", 5);
    send(List.of(Company.event("org.evenhand.review.changed.v1", 2, again)));

    Releases.close(cycle);

    assertEquals(published, parity(cycle).jsonPath().getString("groups"));
  }

  @Test
  void where_nobody_told_it_is_unknown_and_impossible_counts_are_refused() {
    String cycle = "evidence untold";
    conclude(cycle, 1, false);
    Map<String, Object> impossible = review(cycle, 0, true);
    impossible.put("evidence", evidence(1, 2, 0, 5));
    send(List.of(Company.event("org.evenhand.review.changed.v1", 2, impossible)));
    Releases.publish(cycle);

    parity(cycle)
        .then()
        .body("groups.state", contains("HIDDEN", "UNKNOWN", "UNKNOWN", "HIDDEN"))
        .body("groups.findAll { it.observations != null }", empty());
    assertEquals(
        0,
        Database.number(
            "select count(*) from rating_fact where evidence is not null and cycle_id = '%s'"
                .formatted(Company.id("cycle " + cycle))));
  }

  @Test
  void managers_and_hr_partners_see_no_protected_group() {
    Api.as(Tokens.forEmployee("EV0", "employee", "manager", "hr"))
        .queryParams(Map.of("cycle", "any", "dimension", DIMENSION))
        .get("/v1/evidence")
        .then()
        .statusCode(403);
  }

  private static Response parity(String cycle) {
    return Api.as(Api.INSIGHT)
        .queryParams(Map.of("cycle", cycle, "dimension", DIMENSION))
        .get("/v1/evidence");
  }

  private static String bank(int person) {
    if (person >= PEOPLE) {
      return "Island";
    }
    return person % 2 == 0 ? "Left" : "Right";
  }

  private static void conclude(String cycle, long sequence, boolean told) {
    List<Sent> events = new ArrayList<>();
    for (int person = 0; person < ALL; person++) {
      events.add(
          Company.event("org.evenhand.review.changed.v1", sequence, review(cycle, person, told)));
    }
    send(events);
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer -> Integer.valueOf(ALL).equals(answer.path("groups[0].submitted")));
  }

  private static Map<String, Object> review(String cycle, int person, boolean told) {
    Map<String, Object> review = Company.review("EV" + person, cycle, "SUBMITTED");
    int given = 1 + person / 2 % 5;
    review.put("originalOrdinal", given);
    review.put("ordinal", given);
    review.put("reviewerId", Company.id("EV-M"));
    if (told) {
      boolean few = person / 2 % 4 == 0;
      review.put(
          "evidence",
          bank(person).equals("Left") == few ? evidence(1, 0, 2, 100) : evidence(6, 4, 0, 10));
    }
    return review;
  }

  private static Map<String, Object> evidence(
      int observations, int withImpact, int criteriaWithout, int daysSince) {
    return new HashMap<>(
        Map.of(
            "observations", observations,
            "withImpact", withImpact,
            "criteriaWithout", criteriaWithout,
            "daysSince", daysSince));
  }

  private static void send(List<Sent> events) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
  }
}
