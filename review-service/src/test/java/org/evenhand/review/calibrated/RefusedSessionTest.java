package org.evenhand.review.calibrated;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.evenhand.kit.test.Events;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Death;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** All decisions of a session apply, or none and the session learns why. */
@QuarkusTest
class RefusedSessionTest {

  @Test
  void leavesNothingHalfAppliedWhetherItIsRefusedOrDies() {
    Company company = Company.of(3);
    LiveCycle cycle = LiveCycle.open(company);
    List<LiveReview> reviews = company.staff.stream().map(cycle::reviewOf).toList();
    reviews.forEach(review -> review.conclude(company.lead, 4));
    cycle.calibrate();
    LiveSession session = new LiveSession(cycle);
    LiveReview first = reviews.get(0);
    LiveReview second = reviews.get(1);
    session.claim(first, second).then().statusCode(200).body("samples", hasSize(2));
    session.givesReasons(first, second, reviews.get(2));

    // The last one is not the session's to decide.
    session.adjusts(first, 2).confirms(second).confirms(reviews.get(2)).locks(1);

    Told told = new Told(cycle);
    assertEquals(List.of("session.refused"), told.of(Told.INTERNAL, session.id(), 1));
    assertTrue(
        Events.ofTest().await(Told.INTERNAL, 1, event -> session.id().equals(event.key())).stream()
            .anyMatch(event -> event.value().contains("is not held by the session")));
    for (LiveReview review : List.of(first, second)) {
      untouched(review, company.lead);
    }

    session.decidesAnew().adjusts(first, 2).confirms(second);
    // The second of two reviews, after the first has been written.
    try (Death death = Death.at("review", 2, "new.phase = 'CALIBRATED'")) {
      session.locks(2);
      assertEquals(
          List.of("session.refused", "session.applied"), told.of(Told.INTERNAL, session.id(), 2));
      assertTrue(death.happened());
    }
    first
        .read(company.lead)
        .then()
        .body("state", equalTo("CALIBRATED"))
        .body("ordinal", equalTo(2))
        .body("originalOrdinal", equalTo(4));
    second.read(company.lead).then().body("state", equalTo("CALIBRATED"));
    assertEquals(
        List.of(
            "review.opened",
            "review.started",
            "review.submitted",
            "review.claimed",
            "rating.calibrated"),
        told.of(Told.INTERNAL, second.id(), 5));
  }

  private static void untouched(LiveReview review, Person reader) {
    review
        .read(reader)
        .then()
        .body("state", equalTo("IN_CALIBRATION"))
        .body("calibrationChange", nullValue())
        .body("ordinal", equalTo(4));
  }
}
