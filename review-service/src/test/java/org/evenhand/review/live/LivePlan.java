package org.evenhand.review.live;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Said;

/** A development plan, moved on by its people. */
public record LivePlan(String id, Person whose) {

  /** One action with a checkpoint, a mentor from the manager and a seat from HR. */
  public static Map<String, Object> terms(String aim) {
    LocalDate today = Company.today();
    return terms(
        aim,
        Map.of(
            "kind",
            "MENTORING",
            "title",
            "Plan beside somebody",
            "measure",
            "The next plan held",
            "dueOn",
            today.plusMonths(5).toString(),
            "checkpoints",
            List.of(Map.of("on", today.plusMonths(2).toString())),
            "means",
            List.of(
                Map.of(
                    "kind",
                    "MENTOR",
                    "text",
                    "An hour a week",
                    "dueOn",
                    today.plusMonths(1).toString()),
                Map.of(
                    "kind", "SEAT", "dueOn", today.plusMonths(2).toString(), "deliverer", "HR"))));
  }

  @SafeVarargs
  public static Map<String, Object> terms(String aim, Map<String, Object>... actions) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("aim", aim);
    terms.put("until", Company.today().plusMonths(6).toString());
    terms.put("actions", List.of(actions));
    return terms;
  }

  public static Response begin(Person author, Person whose, Map<String, Object> terms) {
    return author
        .ask()
        .body(Map.of("employeeId", LiveAppeal.idOf(whose), "terms", terms))
        .post("/v1/development-plans");
  }

  public static LivePlan begun(Person author, Person whose, Map<String, Object> terms) {
    Response begun = begin(author, whose, terms);
    return new LivePlan(Said.id(begun, 201, "DRAFT"), whose);
  }

  public static LivePlan proposed(Person author, Person whose, Map<String, Object> terms) {
    LivePlan plan = begun(author, whose, terms);
    Said.expect(plan.post(author, "proposal"), 200, "PROPOSED");
    return plan;
  }

  /** Proposed by the manager, and agreed to by the person. */
  public static LivePlan agreed(Person manager, Person whose, Map<String, Object> terms) {
    LivePlan plan = proposed(manager, whose, terms);
    Said.expect(plan.post(whose, "agreement"), 200, "ACTIVE");
    return plan;
  }

  public String path() {
    return "/v1/development-plans/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response post(Person who, String step, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).post(path() + "/" + step);
  }

  /** A step that needs no words. */
  public Response post(Person who, String step) {
    return who.ask().header("If-Match", etag(who)).post(path() + "/" + step);
  }

  public Response put(Person who, String part, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).put(path() + "/" + part);
  }

  public Response deliver(Person who, String kind) {
    return post(who, "means/" + means(kind) + "/delivery");
  }

  public Response endAction(Person who, Map<String, Object> how) {
    return post(who, "actions/" + action() + "/ending", how);
  }

  public String action() {
    return Said.text(read(whose), "/terms/actions/0/id");
  }

  public String checkpoint() {
    return Said.text(read(whose), "/terms/actions/0/checkpoints/0/id");
  }

  public String means() {
    return Said.text(read(whose), "/terms/actions/0/means/0/id");
  }

  private String means(String kind) {
    return Said.by(read(whose))
        .path("means")
        .valueStream()
        .filter(each -> each.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  public String etag(Person who) {
    return String.valueOf(read(who).header("ETag"));
  }
}
