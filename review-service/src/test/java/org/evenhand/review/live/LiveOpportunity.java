package org.evenhand.review.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An opportunity in the unit of care, moved on by its people. */
public record LiveOpportunity(String id, Person keeper) {

  /** For everybody in the company; two criteria. */
  public static Map<String, Object> terms(Company company, Map<String, Object> otherwise) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("title", "Plan the release of May");
    terms.put("description", "Two days a week for three months");
    terms.put("workLocation", "Utrecht");
    terms.put(
        "criteria",
        List.of(
            Map.of(
                "key",
                "planning",
                "text",
                "Has planned with others",
                "weight",
                60,
                "condition",
                true),
            Map.of("key", "delivery", "text", "Delivers what was promised", "weight", 40)));
    terms.put("eligibility", Map.of("orgUnits", company.units()));
    terms.putAll(otherwise);
    return terms;
  }

  public static Response draft(Person author, Company company, Map<String, Object> terms) {
    return author
        .ask()
        .body(Map.of("kind", "STRETCH", "orgUnit", company.care(), "terms", terms))
        .post("/v1/opportunities");
  }

  public static LiveOpportunity drafted(Person author, Company company) {
    return drafted(author, company, Map.of());
  }

  public static LiveOpportunity drafted(
      Person author, Company company, Map<String, Object> otherwise) {
    Response drafted = draft(author, company, terms(company, otherwise));
    drafted.then().statusCode(201).body("state", equalTo("DRAFT"));
    return new LiveOpportunity(drafted.path("id"), author);
  }

  public static LiveOpportunity posted(Person author, Company company) {
    return posted(author, company, Map.of());
  }

  public static LiveOpportunity posted(
      Person author, Company company, Map<String, Object> otherwise) {
    LiveOpportunity drafted = drafted(author, company, otherwise);
    drafted
        .post(author, "posting", Map.of("openUntil", Company.today().plusDays(30).toString()))
        .then()
        .statusCode(200)
        .body("state", equalTo("POSTED"));
    return drafted;
  }

  /** By HR. */
  public LiveOpportunity assessedBy(Person hr, Person other) {
    for (Person each : List.of(hr, other)) {
      post(hr, "assessors", Map.of("employeeId", LiveAppeal.idOf(each))).then().statusCode(200);
    }
    return this;
  }

  public Response apply(Person who) {
    return post(who, "applications", Map.of("statement", "cerulean statement"));
  }

  public LiveApplication appliedBy(Person who) {
    Response applied = apply(who);
    applied.then().statusCode(201).body("state", equalTo("ELIGIBLE"));
    return new LiveApplication(applied.path("id"), who);
  }

  /** As if its last day were over. */
  public LiveOpportunity closed() {
    return due("opportunity-closing", "opportunity where state <> 'POSTED' and id = '%s'");
  }

  /** As if the day of its decision were over, and there is one. */
  public LiveOpportunity decided() {
    return due("opportunity-decision", "opportunity where state <> 'CLOSED' and id = '%s'");
  }

  /** As if the day of its decision were over, and there can't be one yet. */
  public LiveOpportunity undecided() {
    return due(
        "opportunity-decision",
        "due_work where kind = 'opportunity-decision' and try_at > now() and subject = '%s'");
  }

  /** As if the last day to answer its offers were over, but for those for whom it stands still. */
  public LiveOpportunity unanswered() {
    Tables.execute(
        "update opportunity_application set answer_until = current_date - 3"
            + " where state = 'OFFERED' and away_since is null"
            + " and opportunity_id = '%s'".formatted(id));
    return due("opportunity-answers", "opportunity where state <> 'DECIDED' and id = '%s'");
  }

  /** Its offers are looked at, and some still wait for an answer. */
  public LiveOpportunity stillUnanswered() {
    return due(
        "opportunity-answers",
        "opportunity o where state = 'DECIDED' and id = '%s' and not exists (select 1 from due_work"
            + " where kind = 'opportunity-answers' and subject = o.id and try_at <= now())");
  }

  private LiveOpportunity due(String kind, String then) {
    Tables.execute(
        "update due_work set try_at = now() where kind = '%s' and subject = '%s'"
            .formatted(kind, id));
    await().atMost(Duration.ofSeconds(30)).until(() -> Tables.count(then.formatted(id)) == 1);
    return this;
  }

  public String path() {
    return "/v1/opportunities/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response post(Person who, String step, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).post(path() + "/" + step);
  }

  public String etag(Person who) {
    return String.valueOf(read(who).header("ETag"));
  }
}
