package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.kit.test.Said;

/** A request for feedback, and its answer. */
public record LiveFeedbackRequest(String id) {

  public static Response ask(Person who, Person whom, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("askedId", LiveAppeal.idOf(whom));
    body.put("question", "How was it to move the archive?");
    body.putAll(more);
    return who.ask().body(body).post("/v1/feedback-requests");
  }

  public static LiveFeedbackRequest asked(Person who, Person whom, Map<String, Object> more) {
    Response asked = ask(who, whom, more);
    asked.then().statusCode(201);
    return new LiveFeedbackRequest(Said.text(asked, "/id"));
  }

  /** By who leads somebody; they read the answer in 60 days. */
  public static LiveFeedbackRequest about(Person report, Person who, Person whom) {
    return asked(who, whom, of(report, 60));
  }

  public static Map<String, Object> of(Person report, int opensInDays) {
    return Map.of(
        "aboutId", LiveAppeal.idOf(report),
        "opensOn", Company.today().plusDays(opensInDays).toString());
  }

  public String path() {
    return "/v1/feedback-requests/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response decline(Person who) {
    return who.ask().header("If-Match", read(who).header("ETag")).post(path() + "/refusal");
  }

  public Response open(Person who) {
    return who.ask().header("If-Match", read(who).header("ETag")).post(path() + "/opening");
  }

  /** The answer about a report, which whoever asked reads too. */
  public LiveFeedback answer(Person who, Person about, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("requestId", id);
    body.put("visibility", "RECIPIENT_AND_MANAGER");
    return LiveFeedback.given(who, LiveFeedback.critique(body, about));
  }
}
