package org.evenhand.review.live;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** A mentoring, moved on by its two. */
public record LiveMentoring(String id) {

  /** As mentor, for the first time or otherwise. */
  public static void offer(Person mentor, int capacity) {
    String etag = mentor.ask().get("/v1/mentors/me").header("ETag");
    RequestSpecification asked = mentor.ask();
    (etag == null ? asked : asked.header("If-Match", etag))
        .body(
            Map.of("skills", List.of("planning"), "languages", List.of("nl"), "capacity", capacity))
        .put("/v1/mentors/me")
        .then()
        .statusCode(200);
  }

  public static Response ask(Person mentee, Person mentor) {
    return mentee
        .ask()
        .body(Map.of("mentorId", LiveAppeal.idOf(mentor), "topic", "indigo topic"))
        .post("/v1/mentorings");
  }

  public static LiveMentoring asked(Person mentee, Person mentor) {
    Response asked = ask(mentee, mentor);
    asked.then().statusCode(201).body("state", equalTo("ASKED"));
    return new LiveMentoring(asked.path("id"));
  }

  public String path() {
    return "/v1/mentorings/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public void stands(Person reader, String state) {
    read(reader).then().statusCode(200).body("state", equalTo(state));
  }

  public Response post(Person who, String step) {
    return who.ask().header("If-Match", read(who).header("ETag")).post(path() + "/" + step);
  }

  public LiveMentoring moved(Person who, String step) {
    post(who, step).then().statusCode(200);
    return this;
  }
}
