package org.evenhand.review.live;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;

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
    founded.then().statusCode(201).body("state", equalTo("FORMING"));
    return new LiveCircle(founded.path("id"));
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
