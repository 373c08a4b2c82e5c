package org.evenhand.calibration.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What is closed to HR: units that one does not serve, the own record, the own chain above. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class ClosedSessionsTest extends SessionScene {

  @Test
  void nobody_plans_takes_or_reads_where_they_do_not_serve_that_day() {
    var reviews = submitted(2);
    company.serves("ELSEWHERE" + mark, "CHIEF" + mark, "other");
    awaitStatus("ELSEWHERE" + mark, "ACTIVE");
    plan("ELSEWHERE" + mark, Map.of("reviewIds", reviews))
        .statusCode(422)
        .body("errors[0].pointer", endsWith("/reviewIds/0"));
    plan("ELSEWHERE" + mark, Map.of()).statusCode(422).body("type", endsWith("/too-few-reviews"));

    var planned = agreed();
    company.serves(hr, "CHIEF" + mark, "other");
    awaitServed(hr, "other");
    step(hr, "hr", planned, "samples").statusCode(403).body("type", endsWith("/units-not-served"));
    as(hr, "hr").get(SESSIONS + "/" + planned + "/samples").then().statusCode(403);
    as(hr, "hr").get(SESSIONS + "/" + planned + "/agreement").then().statusCode(403);
    post(hr, "hr", planned, "cancellation", Map.of("reason", "Other units now.")).statusCode(200);
  }

  @Test
  void a_session_with_their_own_record_or_chain_above_is_closed_to_hr_lead() {
    var lead = "LEAD" + mark;
    company.employs(lead, "BOSS" + mark).employs("BOSS" + mark, "TOP" + mark);
    company.employs("TOP" + mark, null);
    company.submittedReview("BOSS" + mark, "TOP" + mark, "TOP" + mark);
    awaitPool(1);
    awaitStatus(lead, "ACTIVE");
    awaitStatus("BOSS" + mark, "ACTIVE");
    var id = planned();
    as("CHIEF" + mark, "hr-lead").get(SESSIONS + "/" + id).then().statusCode(200);
    var closed = as(lead, "hr-lead");
    closed.get(SESSIONS + "/" + id).then().statusCode(404);
    closed.get(SESSIONS + "/" + id + "/agreement").then().statusCode(404);
    closed.get(SESSIONS + "?cycleId=" + company.cycle).then().body("items", empty());
    post(lead, "hr-lead", id, "cancellation", Map.of("reason", "No.")).statusCode(404);
  }

  @Test
  void the_words_of_decisions_are_for_review_service_alone() {
    var reviews = submitted(1);
    var id = scoring();
    allScore(id, 3);
    decided(id, reviews);
    for (var client : List.of("evenhand-analytics", "evenhand-policy", "evenhand-calibration")) {
      given()
          .header("Authorization", Tokens.forClient(client, "service").bearer())
          .get("/internal/v1/calibration-sessions/" + id + "/decisions")
          .then()
          .statusCode(403);
    }
    reasons(id).statusCode(200);
  }

  /** More at once than there are connections to the database. */
  @Test
  void while_review_service_does_not_answer_the_commands_of_others_go_through() {
    submitted(1);
    var id = agreed();
    var etag = etag(id);
    ExecutorService waiting = Executors.newCachedThreadPool();
    System.setProperty("review-service.silent", "true");
    try {
      List<CompletableFuture<Integer>> hanging =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () ->
                              as(hr, "hr")
                                  .header("If-Match", etag)
                                  .post(SESSIONS + "/" + id + "/samples")
                                  .statusCode(),
                          waiting))
              .limit(24)
              .toList();
      ReviewServiceResource.awaitWaiting(20);
      plan(Map.of("name", "Another")).statusCode(201).body("reviews", is(1));
      assertTrue(hanging.stream().noneMatch(CompletableFuture::isDone));
      System.clearProperty("review-service.silent");
      assertTrue(
          hanging.stream().map(CompletableFuture::join).filter(status -> status == 200).count()
              >= 1);
    } finally {
      System.clearProperty("review-service.silent");
      waiting.shutdown();
    }
  }
}
