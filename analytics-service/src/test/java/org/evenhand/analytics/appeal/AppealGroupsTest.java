package org.evenhand.analytics.appeal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.Test;

/** Appeals by what people have declared: once, of the people of the edition at the closure. */
@QuarkusTest
class AppealGroupsTest {

  private static final String CYCLE = "appealed by group";
  private static final String DIMENSION = "appealedCreed";
  private static final String SMALL = "appealedHouse";
  private static final int OF_EACH_CREED = 50;
  private static final int APPEALED = 18;

  private final List<Sent> events = new ArrayList<>();

  @Test
  void groupsAreShownOnceAllHaveEndedAndStayAsTheyAre() {
    Api.connect();
    define(DIMENSION, "Sun", "Moon");
    define(SMALL, "Few", "Many");
    people();
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(120).equals(answer.path("groups[0].shared")));
    Releases.publish(CYCLE);
    Releases.close(CYCLE);
    figures(DIMENSION).then().statusCode(200).body("until", nullValue()).body("groups", hasSize(0));

    // Whose appeal it was is linked with the creed no longer.
    Api.declare("externalId,dimension,value\nAG-Sun0,%s,Moon\n".formatted(DIMENSION));
    decide("Sun");
    decide("Moon");
    send();
    Api.until(() -> figures(DIMENSION), answer -> answer.path("until") != null);

    figures(DIMENSION)
        .then()
        .body("least", equalTo(5))
        .body("groups.value", contains("Moon", "Sun", "undeclared"))
        .body("groups.suppressed", contains(false, false, false))
        .body("groups.figures.results", contains(50, 50, 20))
        .body("groups.figures.filed", contains(18, 17, 0))
        .body("groups.figures.admitted", contains(12, 12, 0))
        .body("groups.figures.changed", contains(6, 6, 0));
    figures(SMALL)
        .then()
        .body("groups.find { it.value == 'Few' }.suppressed", equalTo(true))
        .body("groups.find { it.value == 'Few' }.figures", nullValue())
        .body("groups.findAll { it.suppressed }.size()", equalTo(3));
    nothingChangesThem();
  }

  /** Whatever came later would be a person, seen by the difference. */
  private void nothingChangesThem() {
    String shown = figures(DIMENSION).asString();
    Api.declare("externalId,dimension,value\nAG-Moon1,%s,Sun\n".formatted(DIMENSION));
    events.add(Company.appeal("AG-Sun40", CYCLE, "AG", "RATING_CHANGED", 1));
    send();
    Api.until(
        () -> figures(DIMENSION),
        answer ->
            Database.number(
                        "select count(*) from appeal_told where appeal_id = '%s'"
                            .formatted(Company.id("appeal of AG-Sun40 in " + CYCLE)))
                    == 1
                && Database.number(
                        "select count(*) from due_work where kind = 'appeal-ended' and subject"
                            + " = '%s'".formatted(Company.id("cycle " + CYCLE)))
                    == 0);
    assertEquals(shown, figures(DIMENSION).asString());
  }

  private void people() {
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (String creed : List.of("Sun", "Moon")) {
      for (int person = 0; person < OF_EACH_CREED; person++) {
        String id = "AG-" + creed + person;
        events.add(Company.employee(id, Map.of()));
        csv.append("%s,%s,%s\n".formatted(id, DIMENSION, creed));
        csv.append("%s,%s,%s\n".formatted(id, SMALL, person < 2 ? "Few" : "Many"));
        shared(id, person);
        if (person < APPEALED) {
          events.add(Company.appeal(id, CYCLE, "AG", "FILED", 1));
        }
      }
    }
    for (int person = 0; person < 20; person++) {
      events.add(Company.employee("AG-" + person, Map.of()));
      shared("AG-" + person, person);
    }
    send();
    Api.until(
        () -> Api.declare(csv.toString()),
        answer -> Integer.valueOf(0).equals(answer.path("refused")));
  }

  private void shared(String id, int person) {
    Map<String, Object> review = Company.review(id, CYCLE, "SHARED");
    review.put("orgUnit", "AG");
    review.put("calibration", "NOT_CALIBRATED");
    review.put("originalOrdinal", 3 + person % 2);
    review.put("ordinal", 3 + person % 2);
    review.put("revision", 1);
    events.add(Company.event("org.evenhand.review.shared.v1", 1, review));
  }

  /** A third each is refused, confirmed and changed. */
  private void decide(String creed) {
    for (int person = 0; person < APPEALED; person++) {
      String state = List.of("NOT_ADMITTED", "RATING_CONFIRMED", "RATING_CHANGED").get(person % 3);
      events.add(Company.appeal("AG-" + creed + person, CYCLE, "AG", state, 2));
    }
  }

  private static void define(String dimension, String... values) {
    Api.define(
            dimension,
            Map.of(
                "label", dimension,
                "values", List.of(values),
                "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))))
        .then()
        .statusCode(201);
  }

  private void send() {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    events.clear();
  }

  private static Response figures(String dimension) {
    return Api.as(Api.HR_LEAD)
        .queryParams(Map.of("cycle", CYCLE, "dimension", dimension))
        .get("/v1/appeal-figures/by-group");
  }
}
