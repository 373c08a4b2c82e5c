package org.evenhand.review.place;

import static org.evenhand.review.Hris.asHris;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Today is today where the person works. */
@QuarkusTest
class TodayTest {

  @Inject TestClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void anObservationIsOfADayThatHasBegunWhereTheRevieweeWorks() {
    Company company = Company.of(2);
    works(company.staff.get(0), company.mark() + " Alofi", "Pacific/Niue");
    LiveCycle cycle = LiveCycle.open(company);
    LocalDate today = Company.today();
    clock.set(today.atTime(5, 0).toInstant(ZoneOffset.UTC));

    LiveReview inAlofi = cycle.reviewOf(company.staff.get(0));
    observe(inAlofi, company.lead, today)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/observedOn"));
    observe(inAlofi, company.lead, today.minusDays(1)).then().statusCode(200);
    observe(cycle.reviewOf(company.staff.get(1)), company.lead, today).then().statusCode(200);
  }

  private static Response observe(LiveReview review, Person reviewer, LocalDate day) {
    Map<String, Object> seen = new HashMap<>(LiveReview.observation("delivery", "A release", 0));
    seen.put("observedOn", day.toString());
    return review.post(reviewer, "observations", seen);
  }

  private static void works(Person person, String place, String zone) {
    Hris.takeIn(
        person.externalId() + ",".repeat(9) + place + ",".repeat(6) + Company.today() + ",CHANGE");
    asHris()
        .contentType("application/json")
        .body(Map.of("zone", zone, "weekend", List.of("SATURDAY"), "exceptions", List.of()))
        .put("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(201);
  }
}
