package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Said;

/** An appeal, moved on by its people. */
public record LiveAppeal(String id) {

  /** Files one on the ground of evidence; more fields may be given. */
  public static Response file(Person who, LiveReview review, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("reviewId", review.id());
    body.put("grounds", List.of("EVIDENCE"));
    body.put("statement", "Two releases of the spring are missing");
    body.putAll(more);
    return who.ask().body(body).post("/v1/appeals");
  }

  public static LiveAppeal filed(Person who, LiveReview review) {
    Response filed = file(who, review, Map.of());
    filed.then().statusCode(201);
    return new LiveAppeal(Said.text(filed, "/id"));
  }

  /** Admitted by HR, answered by the reviewer, and given to a panel with its evidence. */
  public static LiveAppeal before(
      Company company, Person who, LiveReview review, List<Person> panel) {
    LiveAppeal appeal = filed(who, review);
    appeal.screen(company.hr, true).then().statusCode(200);
    appeal
        .post(company.lead, "response", Map.of("text", "See the two dates"))
        .then()
        .statusCode(200);
    appeal.convene(company.hr, panel).then().statusCode(200);
    appeal.check(company.hr).then().statusCode(200);
    return appeal;
  }

  public String path() {
    return "/v1/appeals/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response post(Person who, String step, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).post(path() + "/" + step);
  }

  public Response put(Person who, String part, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).put(path() + "/" + part);
  }

  public Response screen(Person hr, boolean admitted) {
    return post(hr, "screening", Map.of("admitted", admitted, "reason", "It was looked at"));
  }

  public Response convene(Person hr, List<Person> panel) {
    return post(hr, "panel", Map.of("members", panel.stream().map(LiveAppeal::idOf).toList()));
  }

  /** HR reads the evidence, and takes out what would tell whom it is about. */
  public Response check(Person hr, String... passages) {
    return post(hr, "evidence-check", Map.of("passages", List.of(passages)));
  }

  public Response score(Person member, int ordinal) {
    return post(member, "score", Map.of("ordinal", ordinal, "reason", "By the anchors"));
  }

  public Response hear(Person member) {
    return put(
        member, "hearing", Map.of("heldOn", Company.today().toString(), "note", "Both were heard"));
  }

  public Response vote(Person member, String choice) {
    return put(member, "vote", Map.of("choice", choice, "reason", "What was seen says so"));
  }

  public Response voteFor(Person member, int ordinal) {
    return put(
        member,
        "vote",
        Map.of("choice", "CHANGE", "ordinal", ordinal, "reason", "What was left out says so"));
  }

  /** All score, and one notes the hearing. */
  public void judge(List<Person> panel) {
    panel.forEach(member -> score(member, 4).then().statusCode(200));
    hear(panel.get(0)).then().statusCode(200);
  }

  public static String idOf(Person person) {
    return Tables.text("id from employee where external_id = \'" + person.externalId() + "\'");
  }

  private String etag(Person who) {
    return read(who).header("ETag");
  }
}
