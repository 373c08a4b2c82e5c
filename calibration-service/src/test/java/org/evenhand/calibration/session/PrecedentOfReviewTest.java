package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/**
 * Precedents of real reviews: nobody is recognised, and nobody's case is told against their will.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class PrecedentOfReviewTest extends PrecedentScene {

  private String session;
  private String sample;
  private UUID review;
  private String reviewee;

  @Test
  void whoever_it_is_about_has_ten_working_days_and_then_all_read_it() {
    published_session(5);
    refused(propose(hr, "hr"), 409, "STATE_CONFLICT");
    closed();
    refused(propose(hr, "hr"), 422, "NO_PRECEDENT_OF_REVIEW");
    settled();
    refused(propose(raters.get(0), "manager"), 403, "FORBIDDEN");
    var id = Said.id(propose(hr, "hr"), 201, "PROPOSED");
    refused(propose(co, "manager"), 422, "NO_PRECEDENT_OF_REVIEW");
    assertEquals(404, read(reviewee, id).statusCode());
    assertEquals(List.of("PRECEDENT_CHECK"), tasks(co, "manager"));

    Said.expect(doing(co, "manager", id, "check"), 200, "CHECKED");
    Response asked = read(reviewee, id);
    Said.expect(asked, 200, "CHECKED");
    assertEquals(List.of("PRECEDENT_OBJECTION"), tasks(reviewee, "employee"));
    var until = LocalDate.parse(Said.text(asked, "/objectableUntil"));
    assertFalse(until.isBefore(LocalDate.now(clock).plusDays(12)));
    says_nothing(asked, "author", "checker");
    says_nothing(read(hr, id), "objectableUntil");
    assertEquals(404, read(other(), id).statusCode());
    run();
    assertEquals(404, read(other(), id).statusCode());

    clock.advance(Duration.ofDays(25));
    run();
    Response seen = read(other(), id);
    Said.expect(seen, 200, "PUBLISHED");
    says_nothing(seen, "author", "checker", "objectableUntil", "criterion");
    assertFalse(seen.asString().contains("Holt"), seen.asString());
    assertEquals(
        paths(fictionLike()), paths(Said.by(seen)), "the shape tells fiction from a review");
    assertFalse(seen.asString().contains(review.toString()));
    assertEquals(List.of(), tasks(reviewee, "employee"));
    refused(doing(reviewee, "employee", id, "objection"), 409, "STATE_CONFLICT");
    refused(exercise(), 422, "TOO_FEW_REVIEWS");
  }

  @Test
  void whoever_objects_takes_the_words_with_them_and_is_not_asked_again() {
    var id = checked();
    Said.id(exercise(), 201, "PLANNED");
    refused(doing(hr, "hr", id, "objection"), 403, "FORBIDDEN");
    Said.expect(doing(reviewee, "employee", id, "objection"), 200, "WITHDRAWN");

    says_nothing(read(hr, id), "parts", "reason");
    assertEquals(404, read(reviewee, id).statusCode());
    assertEquals(List.of(), tasks(reviewee, "employee"));
    refused(propose(hr, "hr"), 422, "NO_PRECEDENT_OF_REVIEW");
    refused(exercise(), 422, "TOO_FEW_REVIEWS");
    clock.advance(Duration.ofDays(40));
    run();
    Said.expect(read(hr, id), 200, "WITHDRAWN");
  }

  @Test
  void who_was_away_is_asked_anew_and_no_version_tells_it() {
    var id = checked();
    var version = read(hr, id).header("ETag");
    company.turns(reviewee, "BOSS" + mark, "ON_LEAVE");
    awaitStatus(reviewee, "ON_LEAVE");
    company.employs(reviewee, "BOSS" + mark);
    awaitStatus(reviewee, "ACTIVE");
    clock.advance(Duration.ofDays(25));
    run();

    Response asked = read(reviewee, id);
    Said.expect(asked, 200, "CHECKED");
    assertFalse(
        LocalDate.parse(Said.text(asked, "/objectableUntil"))
            .isBefore(LocalDate.now(clock).plusDays(12)));
    assertEquals(version, read(hr, id).header("ETag"));
    clock.advance(Duration.ofDays(25));
    run();
    Said.expect(read(other(), id), 200, "PUBLISHED");
  }

  /** Of a whole review, read by all. */
  private JsonNode fictionLike() {
    var body = fiction(co);
    body.remove("criterion");
    body.put("parts", List.of(part("craft", "s", "b", "i")));
    body.put("dissent", "One of three held it for level 4.");
    var id = Said.id(write(hr, "hr", body), 201, "PROPOSED");
    comesOut(id);
    Response seen = read(other(), id);
    Said.expect(seen, 200, "PUBLISHED");
    return Said.by(seen);
  }

  private static Set<String> paths(JsonNode node) {
    Set<String> found = new TreeSet<>();
    node.fields()
        .forEachRemaining(
            field -> {
              found.add(field.getKey());
              paths(field.getValue()).forEach(path -> found.add(field.getKey() + "/" + path));
            });
    for (int at = 0; node.isArray() && at < node.size(); at++) {
      String index = at + "/";
      paths(node.get(at)).forEach(path -> found.add(index + path));
    }
    return found;
  }

  @Test
  void of_a_result_that_is_looked_at_again_there_is_none() {
    var id = checked();
    company.reopened(review, reviewee, "BOSS" + mark, "BOSS" + mark);
    soon(() -> assertEquals("IN_PROGRESS", PoolProbe.reviewState(review)));
    clock.advance(Duration.ofDays(25));
    run();
    Said.expect(read(hr, id), 200, "WITHDRAWN");
  }

  @Test
  void what_is_out_ends_when_its_result_is_looked_at_again() {
    var id = checked();
    clock.advance(Duration.ofDays(25));
    run();
    Said.expect(read(other(), id), 200, "PUBLISHED");
    company.reopened(review, reviewee, "BOSS" + mark, "BOSS" + mark);
    soon(() -> assertEquals("IN_PROGRESS", PoolProbe.reviewState(review)));
    clock.advance(Duration.ofHours(2));
    run();
    Said.expect(read(other(), id), 200, "WITHDRAWN");
    says_nothing(read(other(), id), "parts", "reason", "dissent");
  }

  @Test
  void of_who_has_left_there_is_none() {
    var id = checked();
    company.turns(reviewee, "BOSS" + mark, "TERMINATED");
    awaitStatus(reviewee, "TERMINATED");
    clock.advance(Duration.ofDays(25));
    run();
    Said.expect(read(hr, id), 200, "WITHDRAWN");
    refused(propose(hr, "hr"), 422, "NO_PRECEDENT_OF_REVIEW");
  }

  @Test
  void of_who_is_erased_nothing_is_left_but_that_there_was_a_precedent() {
    var id = checked();
    clock.advance(Duration.ofDays(25));
    run();
    Said.expect(read(other(), id), 200, "PUBLISHED");
    Events.ofTest()
        .publish(
            "evenhand.internal.directory",
            "org.evenhand.person.erased.v1",
            "/review-service",
            company.id(reviewee).toString(),
            1_000_000,
            null);
    soon(() -> Said.expect(read(other(), id), 200, "WITHDRAWN"));
    says_nothing(read(other(), id), "parts", "reason", "dissent");
  }

  @Test
  void too_few_people_of_the_family_and_level_make_no_precedent() {
    published_session(4);
    closed();
    settled();
    refused(propose(hr, "hr"), 422, "NO_PRECEDENT_OF_REVIEW");
  }

  @Test
  void a_decision_like_a_precedent_names_one_of_its_level_and_one_against_it_names_it_too() {
    company.cycleBecame("CALIBRATING", LocalDate.now(clock).plusDays(30));
    inForce(1);
    soon(() -> assertEquals("CALIBRATING", PoolProbe.cycleState(company.cycle)));
    var whole = fiction(co);
    whole.remove("criterion");
    var id = Said.id(write(hr, "hr", whole), 201, "PROPOSED");
    var reviews = submitted(2);
    var at = scoring();
    allScore(at, 3);
    step(hr, "hr", at, "reveal").statusCode(200);
    step(hr, "hr", at, "discussion").statusCode(200);
    var path = "decisions/" + reviews.get(0);
    not_citable(at, path, decision("CONFIRM", null, "CONSISTENT_WITH_PRECEDENT", null));
    not_citable(at, path, decision("CONFIRM", null, "CONSISTENT_WITH_PRECEDENT", id));

    var gone = written(co);
    Said.expect(doing(co, "manager", gone, "check"), 200, "CHECKED");
    comesOut(id);
    put(hr, at, path, decision("CONFIRM", null, "CONSISTENT_WITH_PRECEDENT", id)).statusCode(200);
    not_citable(at, path, decision("ADJUST", 4, "CONSISTENT_WITH_PRECEDENT", id));
    not_citable(at, path, decision("DEFER", null, "CONSISTENT_WITH_PRECEDENT", id));
    not_citable(at, path, decision("CONFIRM", null, "CONSISTENT_WITH_PRECEDENT", gone));
    put(hr, at, path, decision("CONFIRM", null, "EVIDENCE_SUPPORTS", gone)).statusCode(200);
    put(hr, at, "decisions/" + reviews.get(1), confirm()).statusCode(200);
    var cause = Map.of("cause", "RECOGNISABLE");
    Said.expect(doing(hr, "hr", gone, "withdrawal", cause), 200, "PUBLISHED");
    Said.expect(doing(co, "manager", gone, "withdrawal", cause), 200, "WITHDRAWN");
    refused(step(hr, "hr", at, "readiness").extract().response(), 422, "PRECEDENT_NOT_CITABLE");
    put(hr, at, path, decision("ADJUST", 4, "EVIDENCE_SUPPORTS_ANOTHER_LEVEL", id)).statusCode(200);
    step(hr, "hr", at, "readiness").statusCode(200);
    step(co, "manager", at, "lock").statusCode(200);
    assertEquals(1, event(at, "org.evenhand.session.locked.v1").split(id, -1).length - 1);
  }

  private void not_citable(String session, String path, Map<String, Object> decision) {
    refused(put(hr, session, path, decision).extract().response(), 422, "PRECEDENT_NOT_CITABLE");
  }

  private static Map<String, Object> decision(
      String kind, Integer ordinal, String code, String precedent) {
    var body = new HashMap<String, Object>();
    body.put("decision", kind);
    body.put("ordinal", ordinal);
    body.put("reasonCode", code);
    body.put("precedentId", precedent);
    body.put("reason", "As the case was read.");
    body.values().removeIf(value -> value == null);
    return body;
  }

  /** A session that has come to a consensus on the first of its samples, and is published. */
  private void published_session(int reviews) {
    inForce(1);
    var all = submitted(reviews);
    for (int at = 0; at < reviews; at++) {
      awaitStatus("E" + at + mark, "ACTIVE");
    }
    session = scoring();
    allScore(session, 3);
    step(hr, "hr", session, "reveal").statusCode(200);
    step(hr, "hr", session, "discussion").statusCode(200);
    var first = Said.by(as(hr, "hr").get(SESSIONS + "/" + session + "/samples")).at("/items/0");
    sample = first.path("id").asText();
    review = UUID.fromString(first.path("reviewId").asText());
    reviewee = "E" + all.indexOf(review) + mark;
    put(
            hr,
            session,
            "samples/" + sample + "/consensus",
            Map.of("ordinal", 3, "reason", "As Holt has it, both match the anchor."))
        .statusCode(200);
    all.forEach(each -> put(hr, session, "decisions/" + each, confirm()).statusCode(200));
    step(hr, "hr", session, "readiness").statusCode(200);
    step(co, "manager", session, "lock").statusCode(200);
    company.sessionApplied(UUID.fromString(session));
    awaitState(session, "PUBLISHED");
  }

  private void closed() {
    company.cycleBecame("CLOSED", LocalDate.now(clock));
    soon(() -> assertEquals("CLOSED", PoolProbe.cycleState(company.cycle)));
  }

  private void settled() {
    company.finalized(review, reviewee, "BOSS" + mark, "BOSS" + mark);
    soon(() -> assertEquals("FINAL", PoolProbe.reviewState(review)));
  }

  private String checked() {
    published_session(5);
    closed();
    settled();
    var id = Said.id(propose(hr, "hr"), 201, "PROPOSED");
    Said.expect(doing(co, "manager", id, "check"), 200, "CHECKED");
    return id;
  }

  private Response propose(String who, String role) {
    return as(who, role)
        .header("If-Match", "*")
        .body(Map.of("dissent", "One of three, Holt, held it for level 4."))
        .post(SESSIONS + "/" + session + "/samples/" + sample + "/precedent");
  }

  /** On the one result that stands. */
  private Response exercise() {
    var learners = List.of("X1" + mark, "X2" + mark, "X3" + mark);
    learners.forEach(learner -> company.employs(learner, "CHIEF" + mark));
    learners.forEach(learner -> awaitStatus(learner, "ACTIVE"));
    return plan(Map.of("kind", "EXERCISE", "raterExternalIds", learners)).extract().response();
  }

  private String other() {
    return reviewee.startsWith("E0") ? "E1" + mark : "E0" + mark;
  }
}
