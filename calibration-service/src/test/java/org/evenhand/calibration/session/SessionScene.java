package org.evenhand.calibration.session;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;

/** One company, a session's people in it, and how they are called upon. */
abstract class SessionScene {

  static final String SESSIONS = "/v1/calibration-sessions";
  static final String INTERNAL = "evenhand.internal.calibration";
  private static int companies;

  final Company company = new Company();
  final String mark = "-" + companies++;
  final String hr = "HR" + mark;
  final String co = "CO" + mark;
  final List<String> raters = List.of("R1" + mark, "R2" + mark, "R3" + mark);

  @BeforeEach
  void a_company_with_a_chief_two_facilitators_and_three_raters() {
    company
        .employs("CHIEF" + mark, null)
        .serves(hr, "CHIEF" + mark, "unit")
        .employs(co, "CHIEF" + mark);
    company.employs("REPORT" + mark, co);
    raters.forEach(rater -> company.employs(rater, "CHIEF" + mark));
  }

  List<UUID> submitted(int count) {
    var reviews = new ArrayList<UUID>();
    for (int i = 0; i < count; i++) {
      var employee = "E" + i + mark;
      company.employs(employee, "BOSS" + mark);
      reviews.add(company.submittedReview(employee, "BOSS" + mark, "BOSS" + mark));
    }
    awaitPool(count);
    return reviews;
  }

  /** The pool is fed by Kafka: a plan sees all reviews a moment after they were submitted. */
  void awaitPool(int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                PoolProbe.size(company.cycle) >= count
                    && Stream.concat(raters.stream(), Stream.of(hr, co, "CHIEF" + mark))
                        .allMatch(PoolProbe::knows));
  }

  String planned() {
    return plan(Map.of()).statusCode(201).extract().path("id");
  }

  /** Planned, and the co-facilitator has agreed to hold it. */
  String agreed() {
    var id = planned();
    step(co, "manager", id, "co-facilitation").statusCode(200);
    return id;
  }

  String scoring() {
    var id = agreed();
    step(hr, "hr", id, "samples").statusCode(200);
    for (var sample : sampleIds(co, "manager", id)) {
      step(co, "manager", id, "samples/" + sample + "/check").statusCode(200);
    }
    step(hr, "hr", id, "blind-scoring").statusCode(200);
    return id;
  }

  /** What review-service asks for. */
  static ValidatableResponse reasons(String id) {
    return given()
        .header("Authorization", Tokens.forClient("evenhand-review", "service").bearer())
        .get("/internal/v1/calibration-sessions/" + id + "/decisions")
        .then();
  }

  ValidatableResponse plan(Map<String, Object> more) {
    return plan(hr, more);
  }

  ValidatableResponse plan(String facilitator, Map<String, Object> more) {
    var body = new HashMap<String, Object>();
    body.put("cycleId", company.cycle);
    body.put("name", "Spring");
    body.put("coFacilitatorExternalId", co);
    body.put("raterExternalIds", raters);
    body.putAll(more);
    return as(facilitator, "hr").body(body).post(SESSIONS).then();
  }

  ValidatableResponse step(String who, String role, String id, String step) {
    return as(who, role).header("If-Match", etag(id)).post(SESSIONS + "/" + id + "/" + step).then();
  }

  ValidatableResponse post(String who, String role, String id, String what, Object body) {
    return as(who, role)
        .header("If-Match", etag(id))
        .body(body)
        .post(SESSIONS + "/" + id + "/" + what)
        .then();
  }

  ValidatableResponse put(String who, String id, String what, Object body) {
    return as(who, "hr")
        .header("If-Match", etag(id))
        .body(body)
        .put(SESSIONS + "/" + id + "/" + what)
        .then();
  }

  ValidatableResponse score(String rater, String id, String sample, int ordinal) {
    return as(rater, "manager")
        .body(Map.of("ordinal", ordinal))
        .put(SESSIONS + "/" + id + "/samples/" + sample + "/score")
        .then();
  }

  List<String> sampleIds(String who, String role, String id) {
    return as(who, role).get(SESSIONS + "/" + id + "/samples").then().extract().path("items.id");
  }

  String etag(String id) {
    return as("CHIEF" + mark, "hr-lead")
        .get(SESSIONS + "/" + id)
        .then()
        .statusCode(200)
        .extract()
        .header("ETag");
  }

  /** All raters score all that they may read. */
  void allScore(String id, int ordinal) {
    for (var rater : raters) {
      sampleIds(rater, "manager", id).forEach(s -> score(rater, id, s, ordinal).statusCode(200));
    }
  }

  /** From the reveal to the countersignature, confirming all. */
  void decided(String id, List<UUID> reviews) {
    step(hr, "hr", id, "reveal").statusCode(200);
    step(hr, "hr", id, "discussion").statusCode(200);
    reviews.forEach(review -> put(hr, id, "decisions/" + review, confirm()).statusCode(200));
    step(hr, "hr", id, "readiness").statusCode(200);
  }

  void awaitStatus(String externalId, String status) {
    await().atMost(Duration.ofSeconds(30)).until(() -> status.equals(PoolProbe.status(externalId)));
  }

  void awaitServed(String externalId, String unit) {
    await().atMost(Duration.ofSeconds(30)).until(() -> PoolProbe.units(externalId).contains(unit));
  }

  void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> as(hr, "hr").get(SESSIONS + "/" + id).then().body("state", endsWith(state)));
  }

  static String event(String id, String type) {
    return Events.ofTest()
        .await(INTERNAL, 1, r -> r.key().equals(id) && type.equals(Events.header(r, "ce_type")))
        .get(0)
        .value();
  }

  static Map<String, Object> confirm() {
    return Map.of(
        "decision", "CONFIRM", "reasonCode", "EVIDENCE_SUPPORTS", "reason", "As the anchor says.");
  }

  static Map<String, Object> adjust(int ordinal) {
    return Map.of(
        "decision", "ADJUST",
        "ordinal", ordinal,
        "reasonCode", "EVIDENCE_SUPPORTS_ANOTHER_LEVEL",
        "reason", "The same evidence matched the anchor of another level.");
  }

  static RequestSpecification as(String externalId, String role) {
    return given()
        .contentType("application/json")
        .header("Authorization", Tokens.forEmployee(externalId, role).bearer());
  }
}
