package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
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
    var punctual = raters.get(0);
    var silent = raters.get(1);
    leads(punctual, "T" + mark);
    leads(silent, "T2" + mark);
    var session = opened(2);
    var id = obligation(punctual);
    var hidden = obligation(silent);
    obligation(co);
    var samples = sampleIds(punctual, "manager", session);
    samples.forEach(sample -> score(punctual, session, sample, 3).statusCode(200));

    lastHour();
    pass(10);
    late(co);
    stands(punctual, "DUE", 2);
    stands(silent, "DUE", 2);
    soon(() -> assertEquals(dueOn(id), dueOn(hidden)));
    refused(begin(punctual, id, samples.get(0)), 422, "CHECK_NOT_POSSIBLE");

    pass(10);
    for (var rater : raters.subList(1, 3)) {
      samples.forEach(sample -> score(rater, session, sample, 3).statusCode(200));
    }
    step(hr, "hr", session, "reveal").statusCode(200);
    assertFalse(LocalDate.parse(dueOn(id)).isBefore(LocalDate.now(clock).plusDays(13)));
    for (var sample : samples) {
      var check = Said.id(begin(punctual, id, sample), 201, "BEGUN");
      Said.expect(noted(punctual, check), 200, "NOTED");
    }
    stands(punctual, "DONE", 2);
    pass(30);
    late(silent);
  }

  @Test
  void no_day_tells_whether_anybody_has_scored_and_of_what_is_never_revealed_nothing_is_owed() {
    var rater = raters.get(0);
    leads(rater, "T" + mark);
    opened(1);
    obligation(rater);
    obligation(co);

    lastHour();
    pass(10);
    late(co);
    stands(rater, "DUE", 2);
    pass(14);
    stands(rater, "DUE", 2);
    pass(14);
    stands(rater, "LAPSED", 2);
  }

  @Test
  void a_seat_that_was_given_up_still_counts_and_one_that_is_taken_later_undoes_no_lateness() {
    var scorer = raters.get(0);
    var tardy = "TARDY" + mark;
    leads(scorer, "T" + mark);
    leads(tardy, "T2" + mark);
    company.employs("NEXT" + mark, "CHIEF" + mark);
    awaitStatus("NEXT" + mark, "ACTIVE");
    var session = opened(1);
    obligation(scorer);
    obligation(tardy);
    sampleIds(scorer, "manager", session)
        .forEach(sample -> score(scorer, session, sample, 3).statusCode(200));
    seat(session, scorer, "NEXT" + mark);

    lastHour();
    pass(10);
    late(tardy);
    stands(scorer, "DUE", 2);
    seat(session, raters.get(1), tardy);
    company.at(clock.instant()).employs("T2" + mark, tardy).employs("T3" + mark, tardy);
    awaitStatus("T3" + mark, "ACTIVE");
    run();
    late(tardy);
  }

  /** A session of so many samples that can be scored. */
  private String opened(int samples) {
    company.cycleBecame("CALIBRATING", quarter.plusMonths(5));
    inForce(1);
    submitted(samples);
    return scoring();
  }

  private void seat(String session, String leaving, String joining) {
    var change =
        Map.of("leavingId", company.id(leaving), "joiningExternalId", joining, "reason", "Is ill.");
    post(hr, "hr", session, "seat-changes", change).statusCode(200);
  }

  /** Shorter than what is always left, so that nothing is late before it is looked at. */
  private void pass(int days) {
    clock.advance(Duration.ofDays(days));
    run();
  }

  /** HR may have heard of it by now. */
  private void late(String manager) {
    soon(
        () ->
            assertTrue(
                Set.of("OVERDUE", "ESCALATED")
                    .contains(owedBy(manager).get(0).path("state").asText())));
  }

  /** An hour before the quarter is over everywhere. */
  private void lastHour() {
    var next = quarter.plusMonths(3);
    clock.set(next.atTime(LocalTime.of(11, 1)).toInstant(ZoneOffset.UTC));
    run();
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
