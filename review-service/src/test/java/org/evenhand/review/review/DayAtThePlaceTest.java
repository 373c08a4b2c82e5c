package org.evenhand.review.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is seen today is seen today, east of Greenwich too. */
@QuarkusTest
class DayAtThePlaceTest {

  @Inject TestClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void takesAnObservationOfADayThatHasBegunSomewhere() {
    Company company = Company.of(1);
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(0));
    clock.set(Company.today().atTime(11, 0).toInstant(ZoneOffset.UTC));

    review
        .post(company.lead, "observations", seen(1))
        .then()
        .statusCode(200)
        .body("observations", hasSize(1));
    review
        .post(company.lead, "observations", seen(2))
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/observed-in-future"))
        .body("errors.pointer", contains("/observedOn"));
  }

  private static Map<String, Object> seen(int daysAhead) {
    Map<String, Object> observation =
        new HashMap<>(LiveReview.observation("delivery", "A release was at risk", 0));
    observation.put("observedOn", Company.today().plusDays(daysAhead).toString());
    return observation;
  }
}
