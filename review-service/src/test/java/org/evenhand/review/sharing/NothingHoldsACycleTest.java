package org.evenhand.review.sharing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A cycle always reaches sharing; what held it up is published as an exception, with the reason.
 */
@QuarkusTest
class NothingHoldsACycleTest {

  @Inject TestClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void aSessionThatNeverEndsHoldsNobodyBeyondTheCalibrationDay() {
    Company company = Company.of(3);
    Person alone = company.person("ALONE", "Wanda", "Gjerde", "employee");
    Hris.takeIn(company.hire(alone, null, company.care()));
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview held = cycle.reviewOf(company.staff.get(0));
    LiveReview unclaimed = cycle.reviewOf(company.staff.get(1));
    held.conclude(company.lead, 4);
    unclaimed.conclude(company.lead, 3);
    cycle.calibrate();
    LiveSession session = new LiveSession(cycle);
    session.claim(held).then().statusCode(200);

    cycle
        .step(company.hr, "sharing")
        .then()
        .statusCode(409)
        .body("type", containsString("/session-undecided"))
        .body("errors[0].detail", containsString(Company.today().plusDays(21).toString()));
    clock.advance(Duration.ofDays(23));
    cycle.share();

    assertEquals("UNDECIDED", reason(cycle, company.hrLead, held, "CALIBRATION"));
    assertEquals("UNCLAIMED", reason(cycle, company.hrLead, unclaimed, "CALIBRATION"));
    assertEquals("NO_REVIEWER", reason(cycle, company.hrLead, cycle.reviewOf(alone), "SHARE"));
    assertEquals(
        "NOT_WRITTEN",
        reason(cycle, company.hrLead, cycle.reviewOf(company.staff.get(2)), "SHARE"));
    held.read(company.lead)
        .then()
        .body("state", equalTo("SHARED"))
        .body("calibration", equalTo("NOT_CALIBRATED"))
        .body("ordinal", equalTo(4));
    // The session learns of it when it locks after all.
    session.givesReasons(held);
    session.adjusts(held, 1).locks(1);
    assertEquals(List.of("session.refused"), new Told(cycle).of(Told.INTERNAL, session.id(), 1));
    held.read(company.lead).then().body("ordinal", equalTo(4));
  }

  @Test
  void aCycleInWhichNobodyWroteGoesOnToItsEnd() {
    Company company = Company.of(1);
    LiveCycle cycle = LiveCycle.open(company);
    cycle.calibrate();

    cycle.step(company.hr, "sharing").then().statusCode(200);
    cycle
        .step(company.lead, "sharing/countersignature")
        .then()
        .statusCode(200)
        .body("state", equalTo("SHARING"));
    cycle.awaitFinished("SHARING");
    cycle.step(company.hr, "appeals").then().statusCode(200);
    cycle.step(company.hr, "closure").then().statusCode(200).body("state", equalTo("CLOSED"));

    exceptions(cycle, company.staff.get(0))
        .then()
        .body("items.milestone", contains("SHARE"))
        .body("items.reason", contains("NOT_WRITTEN"));
    cycle.step(company.hr, "sharing").then().statusCode(409);
  }

  private static String reason(LiveCycle cycle, Person reader, LiveReview of, String milestone) {
    return exceptions(cycle, reader)
        .path(
            "items.find { it.reviewId == '%s' && it.milestone == '%s' }?.reason"
                .formatted(of.id(), milestone));
  }

  private static Response exceptions(LiveCycle cycle, Person reader) {
    return reader.ask().get(cycle.path() + "/exceptions?limit=200");
  }
}
