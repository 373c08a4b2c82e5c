package org.evenhand.review.growth.feedback;

import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.Test;

/** The rated period is one of days at the place of whoever is rated. */
@QuarkusTest
class FeedbackOfPeriodTest {

  @Test
  void whatWasGivenLateOnTheLastDayThereBelongsToThePeriodAndWhatCameLateBeforeTheFirstDoesNot() {
    Company company = Company.of(1);
    Person first = company.staff.get(0);
    String place = company.mark() + "-honolulu";
    company
        .hrLead
        .ask()
        .body(
            "{\"zone\": \"Pacific/Honolulu\", \"weekend\": [\"SATURDAY\", \"SUNDAY\"],"
                + " \"exceptions\": []}")
        .put("/v1/site-calendars/" + place)
        .then()
        .statusCode(201);
    Hris.takeIn(
        first.externalId()
            + ",".repeat(9)
            + place
            + ",".repeat(6)
            + Company.today().minusYears(1)
            + ",CHANGE");
    LiveFeedback onLastDay = given(company.stranger, critique(Map.of(), first));
    LiveFeedback afterLastDay = given(company.stranger, critique(Map.of(), first));
    LiveFeedback onFirstDay = given(company.stranger, critique(Map.of(), first));
    LiveFeedback beforeFirstDay = given(company.stranger, critique(Map.of(), first));
    LiveReview review = LiveCycle.open(company).reviewOf(first);
    LocalDate firstDay = LocalDate.parse(review.read(first).path("ratedPeriod.from"));
    LocalDate lastDay = LocalDate.parse(review.read(first).path("ratedPeriod.to"));

    at(onLastDay, lastDay.plusDays(1) + "T09:30:00Z");
    at(afterLastDay, lastDay.plusDays(1) + "T10:00:00Z");
    at(onFirstDay, firstDay + "T10:00:00Z");
    at(beforeFirstDay, firstDay + "T09:30:00Z");

    first
        .ask()
        .get("/v1/feedback?limit=200&review=" + review.id())
        .then()
        .statusCode(200)
        .body("items.id", contains(onLastDay.id(), onFirstDay.id()));
  }

  private static void at(LiveFeedback given, String moment) {
    Tables.execute(
        "update feedback set given_at = '%s' where id = '%s'".formatted(moment, given.id()));
  }
}
