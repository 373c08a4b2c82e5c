package org.evenhand.review.calibrated;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.evenhand.review.CalibrationServiceResource;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** While a neighbour is asked, nothing of ours is held. */
@QuarkusTest
class SlowNeighbourTest {

  private static final String IN_TRANSACTION =
      "pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
          + " and state like 'idle in transaction%'";

  @Test
  void holdsNoTransactionWhileItIsAsked() throws Exception {
    Company company = Company.of(1);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(company.staff.get(0));
    review.conclude(company.lead, 4);
    cycle.calibrate();
    LiveSession session = new LiveSession(cycle);
    session.claim(review).then().statusCode(200);
    session.givesReasons(review);

    try (var held = CalibrationServiceResource.holding(session.id())) {
      session.adjusts(review, 3).locks(1);
      held.awaitAsked();
      // Others come and go; the one that asks would stay for as long as the answer is held.
      await().atMost(Duration.ofSeconds(10)).until(() -> Tables.count(IN_TRANSACTION) == 0);
    }

    assertEquals(List.of("session.applied"), new Told(cycle).of(Told.INTERNAL, session.id(), 1));
  }
}
