package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.kit.test.Said;

/** A coaching circle, moved on by its members. */
public record LiveCircle(String id) {

  public static Response found(Person founder, Person... others) {
    return founder
        .ask()
        .body(
            Map.of(
                "theme",
                "viridian theme",
                "invited",
                Stream.of(others).map(LiveAppeal::idOf).toList()))
        .post("/v1/coaching-circles");
  }

  public static LiveCircle founded(Person founder, Person... others) {
    Response founded = found(founder, others);
    return new LiveCircle(Said.id(founded, 201, "FORMING"));
  }

  public String path() {
    return "/v1/coaching-circles/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response post(Person who, String step) {
    return who.ask().header("If-Match", etag(who)).post(path() + "/" + step);
  }

  public Response post(Person who, String step, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).post(path() + "/" + step);
  }

  private String etag(Person who) {
    return String.valueOf(read(who).header("ETag"));
  }
}
