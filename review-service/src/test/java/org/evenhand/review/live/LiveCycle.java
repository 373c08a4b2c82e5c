package org.evenhand.review.live;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;

/** A cycle of a company, moved by its people. */
public final class LiveCycle {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Company company;
  private final String key;
  private final String id;

  private LiveCycle(Company company, String key, String id) {
    this.company = company;
    this.key = key;
    this.id = id;
  }

  /** A draft. This service learns of the policy a moment after it was announced. */
  public static LiveCycle planned(Company company, Policy policy) {
    return planned(company, policy, company.mark());
  }

  /**
   * @param key a company may plan a second cycle under another key
   */
  public static LiveCycle planned(Company company, Policy policy, String key) {
    Response planned =
        await()
            .atMost(PATIENCE)
            .until(
                () -> company.hr.ask().body(plan(company, policy, key)).post("/v1/cycles"),
                answer -> answer.statusCode() != 422);
    return new LiveCycle(company, key, Said.id(planned, 201, "DRAFT"));
  }

  /** A cycle that both sides have agreed to open; it is OPEN if the policy is in effect. */
  public static LiveCycle agreed(Company company, Policy policy) {
    return agreed(company, planned(company, policy));
  }

  private static LiveCycle agreed(Company company, LiveCycle cycle) {
    cycle.step(company.hr, "schedule").then().statusCode(200);
    cycle.step(company.hr, "opening").then().statusCode(200);
    cycle.step(company.lead, "opening/countersignature").then().statusCode(200);
    return cycle;
  }

  /** An open cycle in which everybody eligible has a review. */
  public static LiveCycle open(Company company) {
    return open(company, Policy.inEffect());
  }

  public static LiveCycle open(Company company, Policy policy) {
    LiveCycle cycle = agreed(company, policy);
    cycle.awaitOpen();
    return cycle;
  }

  /** Another one beside the first. */
  public static LiveCycle open(Company company, String key) {
    LiveCycle cycle = agreed(company, planned(company, Policy.inEffect(), key));
    cycle.awaitOpen();
    return cycle;
  }

  public static Map<String, Object> plan(Company company, Policy policy, String key) {
    LocalDate today = Company.today();
    return Map.of(
        "key", key,
        "name", "The year of " + key,
        "policyId", policy.id().toString(),
        "policyVersion", 1,
        "orgUnits", List.of(company.care()),
        "periodStart", today.minusYears(1).plusDays(1).toString(),
        "periodEnd", today.toString(),
        "cutOffDate", today.toString(),
        "milestones",
            Map.of(
                "selfReview", today.plusDays(7).toString(),
                "managerReview", today.plusDays(14).toString(),
                "calibration", today.plusDays(21).toString(),
                "share", today.plusDays(28).toString(),
                "appealWindow", today.plusDays(42).toString()));
  }

  public String id() {
    return id;
  }

  public String path() {
    return "/v1/cycles/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public String state() {
    return Said.text(read(company.hr), "/state");
  }

  /** Takes a step on the cycle as it now is. */
  public Response step(Person who, String step) {
    return who.ask().header("If-Match", read(who).header("ETag")).post(path() + "/" + step);
  }

  public Response step(Person who, String step, Map<String, Object> body) {
    return who.ask()
        .header("If-Match", read(who).header("ETag"))
        .body(body)
        .post(path() + "/" + step);
  }

  public void awaitOpen() {
    DueNow.run();
    await().atMost(PATIENCE).until(() -> state().equals("OPEN"));
    awaitFinished("OPENING");
  }

  public void awaitFinished(String work) {
    DueNow.run();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Said.by(read(company.hr))
                    .path("progress")
                    .valueStream()
                    .filter(each -> each.path("kind").asText().equals(work))
                    .anyMatch(each -> each.hasNonNull("finishedAt")));
  }

  public void calibrate() {
    Said.expect(step(company.hr, "calibration"), 200, "CALIBRATING");
  }

  /** Both sides agree to share, and everybody is told. */
  public void share() {
    step(company.hr, "sharing").then().statusCode(200);
    judged();
    step(company.lead, "sharing/countersignature").then().statusCode(200);
    awaitFinished("SHARING");
  }

  /** Analytics, hearing of the proposal, finds nothing that has to be answered. */
  public void judged() {
    judged(1);
  }

  /**
   * @param edition of the results that were judged
   */
  public void judged(long edition) {
    Events.ofTest()
        .publish(
            "evenhand.findings",
            "org.evenhand.cycle.judged.v1",
            "/analytics-service",
            id,
            edition,
            """
            {"cycleId": "%s", "judgementId": "%s", "origin": "LIVE", "edition": %d, "raised": 0,
             "judgedAt": "2026-11-25T10:00:00Z"}
            """
                .formatted(id, UUID.randomUUID(), edition));
    await()
        .atMost(PATIENCE)
        .until(() -> Tables.count("cycle_judgement where cycle_id = '" + id + "'") == edition);
  }

  /** The reviews of the cycle by the reviewee's externalId, as the HR lead sees them. */
  public Map<String, LiveReview> reviews() {
    Response page = company.hrLead.ask().get("/v1/reviews?limit=200&cycle=" + key);
    Map<String, LiveReview> reviews = new HashMap<>();
    Said.by(page)
        .path("items")
        .forEach(
            item ->
                reviews.put(
                    item.path("reviewee").path("externalId").asText(),
                    new LiveReview(item.path("id").asText())));
    return reviews;
  }

  public LiveReview reviewOf(Person reviewee) {
    return reviews().get(reviewee.externalId());
  }
}
