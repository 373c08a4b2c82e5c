package org.evenhand.review.appeal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The policy says how long a result can be appealed. */
@QuarkusTest
class AppealWindowTest {

  @Inject TestClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void aChangedVersionDoesNotShortenAWindowThatRuns() {
    Company company = Company.of(1);
    Person reviewee = company.staff.get(0);
    Policy policy = Policy.inEffect(40);
    LiveCycle cycle = LiveCycle.open(company, policy);
    LiveReview review = cycle.reviewOf(reviewee);
    review.conclude(company.lead, 3);
    cycle.calibrate();
    cycle.share();
    LocalDate until = appealableUntil(reviewee, review);
    assertFalse(until.isBefore(workingDaysFromNow(40)), "free days put it off");

    policy.changes(5);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertEquals(
                    1,
                    Tables.count(
                        "policy_version where policy_id = '%s' and version = 2"
                            .formatted(policy.id()))));

    assertEquals(until, appealableUntil(reviewee, review));
    clock.advance(Duration.ofDays(45));
    LiveAppeal.file(reviewee, review, Map.of()).then().statusCode(201);
  }

  private static LocalDate appealableUntil(Person reviewee, LiveReview review) {
    return LocalDate.parse(
        reviewee
            .ask()
            .get(review.path() + "/trail")
            .then()
            .statusCode(200)
            .extract()
            .path("conclusion.appealableUntil"));
  }

  private static LocalDate workingDaysFromNow(int workingDays) {
    LocalDate day = Company.today();
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
