package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** What is scored in a quarter and revealed after it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class LateRevealTest extends CheckScene {

  @Test
  void who_has_scored_in_the_quarter_is_not_late_and_nothing_tells_them_from_other_raters() {
    company.cycleBecame("CALIBRATING", quarter.plusMonths(4));
    inForce(1);
    var punctual = raters.get(0);
    var silent = raters.get(1);
    leads(punctual, "T" + mark);
    leads(silent, "T2" + mark);
    submitted(2);
    var id = obligation(punctual);
    var hidden = obligation(silent);
    obligation(co);
    var session = scoring();
    var samples = sampleIds(punctual, "manager", session);
    samples.forEach(sample -> score(punctual, session, sample, 3).statusCode(200));

    lastHour();
    run();
    clock.advance(Duration.ofDays(10));
    stands(co, "OVERDUE", 2);
    stands(punctual, "DUE", 2);
    stands(silent, "DUE", 2);
    soon(() -> assertEquals(dueOn(id), dueOn(hidden)));
    refused(begin(punctual, id, samples.get(0)), 422, "CHECK_NOT_POSSIBLE");

    clock.advance(Duration.ofDays(30));
    run();
    for (var rater : raters.subList(1, 3)) {
      samples.forEach(sample -> score(rater, session, sample, 3).statusCode(200));
    }
    step(hr, "hr", session, "reveal").statusCode(200);
    run();
    assertFalse(LocalDate.parse(dueOn(id)).isBefore(LocalDate.now(clock).plusDays(13)));
    for (var sample : samples) {
      var check = Said.id(begin(punctual, id, sample), 201, "BEGUN");
      Said.expect(noted(punctual, check), 200, "NOTED");
    }
    stands(punctual, "DONE", 2);
    clock.advance(Duration.ofDays(30));
    run();
    stands(silent, "OVERDUE", 2);
  }

  /** An hour before the quarter is over everywhere. */
  private void lastHour() {
    var next = quarter.plusMonths(3);
    clock.set(next.atTime(LocalTime.of(11, 1)).toInstant(ZoneOffset.UTC));
  }

  private void leads(String manager, String report) {
    company.at(quarter.minusDays(30).atStartOfDay().toInstant(ZoneOffset.UTC));
    company.employs(manager, "CHIEF" + mark).employs(report, manager).at(clock.instant());
    awaitStatus(report, "ACTIVE");
  }

  private String dueOn(String obligation) {
    return Said.text(see(hr, "hr", OBLIGATIONS + "/" + obligation), "/dueOn");
  }

  private static Response begin(String who, String obligation, String sample) {
    return as(who, "manager")
        .body(Map.of("kind", "BLIND_SCORE", "sampleId", sample))
        .post(OBLIGATIONS + "/" + obligation + "/checks");
  }

  private Response noted(String who, String check) {
    return as(who, "manager")
        .header("If-Match", "*")
        .body(
            Map.of(
                "criterion",
                "craft",
                "ordinal",
                3,
                "changed",
                "NOTHING",
                "talkedOn",
                LocalDate.now(clock).toString()))
        .post(CHECKS + "/" + check + "/note");
  }
}
