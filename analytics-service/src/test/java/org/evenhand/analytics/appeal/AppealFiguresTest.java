package org.evenhand.analytics.appeal;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What a cycle's appeals came to: once, when all have ended, and of nobody who stands out. */
@QuarkusTest
class AppealFiguresTest {

  private static final String CYCLE = "appealed results";
  private static final Tokens HR = Tokens.forEmployee("APPEALS-HR", "employee", "hr");
  private static final String COUNTED =
      "select coalesce(sum(n), 0) from count_cell where dimension = 'none' and phase = 'AFTER'"
          + " and stratum = '' and cycle_id = '%s'".formatted(Company.id("cycle " + CYCLE));

  private final List<Sent> events = new ArrayList<>();

  @Test
  void figuresComeOnceAllHaveEndedAndARevisionIsNoSecondRating() {
    Api.connect();
    events.add(
        Company.employee(
            "APPEALS-HR",
            Map.of("hrUnits", List.of(Map.of("orgUnit", "AF-north", "from", "2020-01-01")))));
    unit("AF-north", 30, 15);
    unit("AF-south", 25, 15);
    unit("AF-west", 12, 2);
    send();
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(67).equals(answer.path("groups[0].shared")));
    figures(Api.HR_LEAD).then().body("until", nullValue()).body("units", hasSize(0));
    Releases.publish(CYCLE);
    Releases.close(CYCLE);
    Api.until(
        () -> figures(Api.HR_LEAD),
        answer -> answer.<String>path("note").contains("are open") || answer.path("until") != null);
    figures(Api.HR_LEAD).then().body("until", nullValue()).body("total", nullValue());

    long before = Database.number(COUNTED);
    decide("AF-north", 15);
    decide("AF-south", 15);
    decide("AF-west", 2);
    send();
    Api.until(() -> figures(Api.HR_LEAD), answer -> answer.path("until") != null);
    assertEquals(before, Database.number(COUNTED), "who was rated anew is one person still");

    figures(Api.HR_LEAD)
        .then()
        .body("units.unit", contains("AF-north", "AF-south", "AF-west"))
        // Which of the two protects the small one is nothing that a reader can foresee.
        .body("units.suppressed", anyOf(contains(false, true, true), contains(true, false, true)))
        .body("units.findAll { !it.suppressed }.figures.filed", contains(15))
        .body("units.findAll { !it.suppressed }.figures.admitted", contains(10))
        .body("units.findAll { !it.suppressed }.figures.changed", contains(5))
        .body("units[2].figures", nullValue());
    figures(HR)
        .then()
        .body("scope", equalTo("SERVED_UNITS"))
        .body("units.unit", contains("AF-north"))
        .body("total", nullValue());
    figures(Tokens.forEmployee("APPEALS-HR", "employee", "manager")).then().statusCode(403);
    lateOnesChangeNothing();
  }

  /** One that comes after the closure would be a person, seen by the difference. */
  private void lateOnesChangeNothing() {
    String shown = figures(Api.HR_LEAD).asString();
    events.add(
        Company.appeal(
            "AF-north20",
            CYCLE,
            "AF-north",
            "RATING_CHANGED",
            Instant.now().plusSeconds(3_600),
            1));
    send();
    Api.until(
        () -> figures(Api.HR_LEAD),
        answer ->
            Database.number(
                    "select count(*) from appeal_told where appeal_id = '%s'"
                        .formatted(Company.id("appeal of AF-north20 in " + CYCLE)))
                == 1);
    assertEquals(shown, figures(Api.HR_LEAD).asString());
  }

  private void unit(String unit, int people, int appeals) {
    for (int person = 0; person < people; person++) {
      events.add(review(unit, person, "SHARED", 3, 1));
      if (person < appeals) {
        events.add(Company.appeal(unit + person, CYCLE, unit, "FILED", 1));
      }
    }
  }

  /** A third each is refused, confirmed and changed; a change is a revision of the review. */
  private void decide(String unit, int appeals) {
    for (int person = 0; person < appeals; person++) {
      String state = List.of("NOT_ADMITTED", "RATING_CONFIRMED", "RATING_CHANGED").get(person % 3);
      events.add(Company.appeal(unit + person, CYCLE, unit, state, 2));
      if (state.equals("RATING_CHANGED")) {
        events.add(review(unit, person, "SHARED", 4, 2));
      }
    }
  }

  private static Sent review(String unit, int person, String state, int ordinal, int revision) {
    Map<String, Object> review = Company.review(unit + person, CYCLE, state);
    review.put("orgUnit", unit);
    review.put("calibration", "NOT_CALIBRATED");
    review.put("originalOrdinal", 3);
    review.put("ordinal", ordinal);
    review.put("revision", revision);
    String type = revision == 1 ? "review.shared" : "review.revised";
    return Company.event("org.evenhand." + type + ".v1", revision, review);
  }

  private void send() {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    events.clear();
  }

  private static Response figures(Tokens token) {
    return Api.as(token).queryParam("cycle", CYCLE).get("/v1/appeal-figures");
  }
}
