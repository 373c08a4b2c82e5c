package org.evenhand.review.live;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.kit.test.Said;

/** Feedback, moved on by its people. */
public record LiveFeedback(String id) {

  /** Recognition by a value, which needs no policy; more fields may be given. */
  public static Map<String, Object> recognition(Map<String, Object> more, Person... to) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", "RECOGNITION");
    body.put("recipientIds", Arrays.stream(to).map(LiveAppeal::idOf).toList());
    body.put("visibility", "RECIPIENT");
    body.put("value", "openness");
    body.put("behaviour", "Asked everybody what they would miss");
    body.putAll(more);
    return body;
  }

  /** Critique in the form that it needs; more fields may be given. */
  public static Map<String, Object> critique(Map<String, Object> more, Person to) {
    Map<String, Object> body = recognition(Map.of(), to);
    body.remove("value");
    body.put("kind", "CRITIQUE");
    body.put("situation", "The move of the archive");
    body.put("behaviour", "Answered nobody for a week");
    body.put("impact", "Two of us waited");
    body.put("wish", "Say that it takes longer");
    body.putAll(more);
    return body;
  }

  public static Response give(Person who, Map<String, Object> body) {
    return who.ask().body(body).post("/v1/feedback");
  }

  public static LiveFeedback given(Person who, Map<String, Object> body) {
    Response given = give(who, body);
    given.then().statusCode(201);
    return new LiveFeedback(Said.text(given, "/id"));
  }

  public String path() {
    return "/v1/feedback/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response add(Person who, String text) {
    return at(who).body(Map.of("text", text)).post(path() + "/additions");
  }

  public Response open(Person who, String to) {
    return at(who).body(Map.of("to", to)).post(path() + "/opening");
  }

  public Response retract(Person who) {
    return at(who).post(path() + "/retraction");
  }

  public Response hide(Person who) {
    return at(who).body(Map.of("reason", "OFFENSIVE")).post(path() + "/hiding");
  }

  public Response cite(Person who, LiveReview in, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("reviewId", in.id());
    return at(who).body(body).post(path() + "/citation");
  }

  private RequestSpecification at(Person who) {
    return who.ask().header("If-Match", read(who).header("ETag"));
  }
}
