package org.evenhand.calibration.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calibration is routine: a session for practice needs no cycle, and nothing comes of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class ExerciseTest extends SessionScene {

  private final List<String> learners = List.of("X1" + mark, "X2" + mark, "X3" + mark);
  private String decided;

  @AfterEach
  void review_service_is_back() {
    System.clearProperty("review-service.away");
  }

  @Test
  void an_exercise_scores_blind_what_a_closed_cycle_has_left_and_nothing_comes_of_it() {
    var reviews = published(2);
    refused(exercise(learners), "TOO_FEW_REVIEWS");
    closed();
    oneOfMany(3);
    refused(exercise(learners), "TOO_FEW_REVIEWS");
    stand(reviews);
    System.setProperty("review-service.away", "true");
    var id = Said.id(exercise(learners), 201, "PLANNED");
    assertEquals(List.of("CO_FACILITATION"), tasks(co));
    step(co, "manager", id, "co-facilitation").statusCode(200);
    step(hr, "hr", id, "samples").statusCode(200);
    for (var sample : sampleIds(co, "manager", id)) {
      step(co, "manager", id, "samples/" + sample + "/check").statusCode(200);
    }
    step(hr, "hr", id, "blind-scoring").statusCode(200);
    for (var learner : learners) {
      var read = Said.by(as(learner, "manager").get(SESSIONS + "/" + id + "/samples"));
      assertEquals(2, read.path("items").size());
      assertTrue(read.at("/items/0/originalOrdinal").isMissingNode());
      assertTrue(read.at("/items/0/reviewId").isMissingNode());
      sampleIds(learner, "manager", id)
          .forEach(sample -> score(learner, id, sample, 3).statusCode(200));
    }

    var revealed = step(hr, "hr", id, "reveal").statusCode(200).extract().response();
    assertEquals("EXERCISE", Said.text(revealed, "/kind"));
    assertEquals("REVEALED", Said.text(revealed, "/state"));
    var agreement = as(learners.get(0), "manager").get(SESSIONS + "/" + id + "/agreement");
    assertEquals(2, Said.by(agreement).path("agenda").size());
    assertEquals("[\"withdrawSample\"]", Said.by(revealed).path("actions").toString());
    step(hr, "hr", id, "discussion").statusCode(409);
    var norm = Map.of("criterion", "craft", "ordinal", 3, "sentence", "As the anchor says.");
    assertEquals(409, as(hr, "hr").body(norm).post(SESSIONS + "/" + id + "/norms").statusCode());
    post(hr, "hr", id, "cancellation", Map.of("reason", "Is over.")).statusCode(409);
    assertEquals(List.of(), tasks(hr));
    who_has_left_takes_their_text_along(id, reviews);
    nobody_else_hears_of(id);
  }

  private void who_has_left_takes_their_text_along(String id, List<UUID> reviews) {
    company.turns("E0" + mark, "BOSS" + mark, "TERMINATED");
    awaitStatus("E0" + mark, "TERMINATED");
    var gone =
        items(learners.get(0), "manager", id).filter(item -> item.path("parts").isEmpty()).toList();
    assertEquals(1, gone.size());
    assertTrue(gone.get(0).path("originalOrdinal").isMissingNode());
    var agreement = as(hr, "hr").get(SESSIONS + "/" + id + "/agreement");
    assertEquals(1, Said.by(agreement).path("agenda").size());
    withdrawn(id, gone.get(0).path("id").asText());
    assertEquals(1, items(learners.get(0), "manager", id).count());

    assertEquals(1, PoolProbe.copies(reviews.get(1)));
    Events.ofTest()
        .publish(
            "evenhand.internal.directory",
            "org.evenhand.person.erased.v1",
            "/review-service",
            company.id("E1" + mark).toString(),
            1_000_000,
            null);
    soon(() -> assertEquals(0, PoolProbe.copies(reviews.get(1))));
    withdrawn(id, items(hr, "hr", id).findFirst().orElseThrow().path("id").asText());
    assertEquals(0, items(hr, "hr", id).count());
  }

  private void withdrawn(String id, String sample) {
    var why = Map.of("reason", "Has left.");
    post(hr, "hr", id, "samples/" + sample + "/withdrawal", why).statusCode(200);
  }

  private static Stream<JsonNode> items(String who, String role, String id) {
    return Said.by(as(who, role).get(SESSIONS + "/" + id + "/samples")).path("items").valueStream();
  }

  @Test
  void nobody_practises_on_texts_that_they_know_or_of_their_own_people() {
    var reviews = published(1);
    company.employs("BOSS" + mark, "CHIEF" + mark).employs("ABOVE" + mark, "CHIEF" + mark);
    known("BOSS" + mark, "ABOVE" + mark);
    closed();
    stand(reviews);
    refused(exercise(learners), "TOO_FEW_REVIEWS");
    oneOfMany(4);
    refused(exercise(raters), "TOO_FEW_REVIEWS");
    refused(exercise(List.of(learners.get(0), "BOSS" + mark)), "TOO_FEW_REVIEWS");
    company.employs("BOSS" + mark, "ABOVE" + mark);
    soon(() -> refused(exercise(List.of(learners.get(0), "ABOVE" + mark)), "TOO_FEW_REVIEWS"));

    var id = Said.id(exercise(learners), 201, "PLANNED");
    var known = seat(id, learners.get(0), raters.get(0));
    assertEquals(422, known.statusCode());
    assertEquals("CONFLICT_OF_INTEREST", Said.text(known, "/code"));
    step(co, "manager", id, "co-facilitation").statusCode(200);
    company.employs("E0" + mark, learners.get(0));
    soon(() -> refused(exercise(learners), "TOO_FEW_REVIEWS"));
    step(hr, "hr", id, "samples").statusCode(422);
    company.turns("E0" + mark, "BOSS" + mark, "TERMINATED");
    awaitStatus("E0" + mark, "TERMINATED");
    refused(exercise(learners), "TOO_FEW_REVIEWS");
    step(hr, "hr", id, "samples").statusCode(422);
  }

  /** What isn't sent yet waits in the outbox: so that is looked at first. */
  private static void nobody_else_hears_of(String id) {
    assertEquals(0, PoolProbe.waiting(id));
    assertFalse(
        Events.ofTest().all(INTERNAL).stream()
            .anyMatch(event -> event.value().contains(id) || event.key().equals(id)));
  }

  /** A session that has decided, by other raters. */
  private List<UUID> published(int count) {
    var reviews = submitted(count);
    learners.forEach(learner -> company.employs(learner, "CHIEF" + mark));
    known(learners.toArray(String[]::new));
    decided = scoring();
    allScore(decided, 3);
    decided(decided, reviews);
    step(co, "manager", decided, "lock").statusCode(200);
    company.sessionApplied(UUID.fromString(decided));
    awaitState(decided, "PUBLISHED");
    return reviews;
  }

  /** Nobody can appeal against their results any more. */
  private void stand(List<UUID> reviews) {
    for (int at = 0; at < reviews.size(); at++) {
      company.finalized(reviews.get(at), "E" + at + mark, "BOSS" + mark, "BOSS" + mark);
    }
    soon(() -> reviews.forEach(review -> assertEquals("FINAL", PoolProbe.reviewState(review))));
  }

  /** So many others of the family and level were rated. */
  private void oneOfMany(int others) {
    long before = PoolProbe.size(company.cycle);
    for (int at = 0; at < others; at++) {
      company.submittedReview("O" + UUID.randomUUID(), "FAR" + mark, "FAR" + mark);
    }
    awaitPool((int) before + others);
  }

  private void closed() {
    company.cycleBecame("CLOSED", LocalDate.now());
    soon(() -> assertEquals("CLOSED", PoolProbe.cycleState(company.cycle)));
  }

  private void known(String... people) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Stream.of(people).allMatch(PoolProbe::knows));
  }

  private Response exercise(List<String> scoring) {
    return plan(Map.of("kind", "EXERCISE", "raterExternalIds", scoring)).extract().response();
  }

  private Response seat(String id, String leaving, String joining) {
    return post(
            hr,
            "hr",
            id,
            "seat-changes",
            Map.of(
                "leavingId",
                company.id(leaving),
                "joiningExternalId",
                joining,
                "reason",
                "Is ill."))
        .extract()
        .response();
  }

  private static void refused(Response answer, String code) {
    assertEquals(422, answer.statusCode(), answer.asString());
    assertEquals(code, Said.text(answer, "/code"));
  }

  private List<String> tasks(String who) {
    return PrecedentScene.texts(
            Said.by(as(who, who.equals(hr) ? "hr" : "manager").get("/v1/tasks")).path("items"),
            "kind")
        .stream()
        .filter(kind -> !kind.equals("CALIBRATION_CHECK"))
        .toList();
  }

  private static void soon(Runnable holds) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(holds::run);
  }
}
