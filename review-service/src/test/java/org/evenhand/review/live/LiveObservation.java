package org.evenhand.review.live;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.kit.test.Said;

/** An observation of the year, moved on by its people. */
public record LiveObservation(String id) {

  /** What was seen of somebody by default; more fields may be given. */
  public static Map<String, Object> seen(String employeeId, Map<String, Object> more) {
    Map<String, Object> body =
        new HashMap<>(LiveReview.observation("delivery", "A release was at risk", 9));
    body.put("employeeId", employeeId);
    body.putAll(more);
    return body;
  }

  public static Response keep(Person who, Person of, Map<String, Object> more) {
    return who.ask().body(seen(LiveAppeal.idOf(of), more)).post("/v1/observations");
  }

  public static LiveObservation kept(Person who, Person of, Map<String, Object> more) {
    Response kept = keep(who, of, more);
    kept.then().statusCode(201);
    return new LiveObservation(Said.text(kept, "/id"));
  }

  public static LiveObservation kept(Person who, Person of) {
    return kept(who, of, Map.of());
  }

  public static LiveObservation told(Person who, Person of, Map<String, Object> more) {
    LiveObservation kept = kept(who, of, more);
    kept.tell(who).then().statusCode(200);
    return kept;
  }

  public static LiveObservation told(Person who, Person of) {
    return told(who, of, Map.of());
  }

  public String path() {
    return "/v1/observations/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response tell(Person who) {
    return at(who).post(path() + "/telling");
  }

  public Response withdraw(Person who) {
    return at(who).post(path() + "/withdrawal");
  }

  public Response reply(Person who, String text) {
    return at(who).body(Map.of("text", text)).put(path() + "/reply");
  }

  public Response cite(Person who, LiveReview in) {
    return cite(who, in, Map.of());
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
