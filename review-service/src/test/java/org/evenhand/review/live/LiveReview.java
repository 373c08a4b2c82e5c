package org.evenhand.review.live;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** A review, written by its people. */
public record LiveReview(String id) {

  private static final int MIDDLE = 3;

  public String path() {
    return "/v1/reviews/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public String etag(Person reader) {
    return read(reader).header("ETag");
  }

  public Response post(Person who, String step, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).post(path() + "/" + step);
  }

  public Response put(Person who, String part, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).put(path() + "/" + part);
  }

  public Response contribute(Person who, String type, String question, String text) {
    return put(
        who,
        "contributions/" + type,
        Map.of("answers", List.of(Map.of("question", question, "text", text))));
  }

  public static Map<String, Object> observation(String criterion, String situation, int daysAgo) {
    return Map.of(
        "criterion",
        criterion,
        "situation",
        situation,
        "behaviour",
        "Split the work and said what would not be in it",
        "impact",
        "The first half came in time",
        "observedOn",
        Company.today().minusDays(daysAgo).toString());
  }

  public Response rate(Person reviewer, String criterion, int ordinal) {
    return put(
        reviewer,
        "ratings/" + criterion,
        Map.of("ordinal", ordinal, "rationale", "This comes nearest to the anchor"));
  }

  public Response submit(Person reviewer) {
    return post(reviewer, "submission", Map.of("confirmedBy", reviewer.name()));
  }

  /** Observes, rates both criteria alike, and submits: the overall is that level too. */
  public void conclude(Person reviewer, int ordinal) {
    for (String criterion : List.of("delivery", "together")) {
      if (ordinal != MIDDLE) {
        for (int seen = 1; seen <= 2; seen++) {
          post(reviewer, "observations", observation(criterion, "A release was at risk", 9 * seen))
              .then()
              .statusCode(200);
        }
      }
      rate(reviewer, criterion, ordinal).then().statusCode(200);
    }
    submit(reviewer)
        .then()
        .statusCode(200)
        .body("state", equalTo("SUBMITTED"))
        .body("originalOrdinal", equalTo(ordinal));
  }
}
