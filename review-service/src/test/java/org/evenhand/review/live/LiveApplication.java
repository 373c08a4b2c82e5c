package org.evenhand.review.live;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An application for an opportunity of two criteria. */
public record LiveApplication(String id, Person applicant) {

  private static final List<String> CRITERIA = List.of("planning", "delivery");

  public Response assess(Person who, String note) {
    return post(
        who,
        "assessments",
        Map.of(
            "findings",
            CRITERIA.stream()
                .map(each -> Map.of("criterion", each, "fit", "PARTLY", "note", note))
                .toList()));
  }

  public LiveApplication assessed(Person... by) {
    Stream.of(by)
        .forEach(who -> assess(who, "magenta note of " + who.name()).then().statusCode(200));
    return this;
  }

  public Response decide(Person who, boolean selected) {
    return post(
        who,
        "verdict",
        Map.of(
            "selected",
            selected,
            "reasons",
            CRITERIA.stream()
                .map(each -> Map.of("criterion", each, "text", "ochre reason for " + each))
                .toList()));
  }

  public LiveApplication decided(Person who, boolean selected) {
    decide(who, selected).then().statusCode(200);
    return this;
  }

  public void stands(Person reader, String state) {
    read(reader).then().statusCode(200).body("state", equalTo(state));
  }

  public String path() {
    return "/v1/opportunity-applications/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response post(Person who, String step, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).post(path() + "/" + step);
  }

  public Response post(Person who, String step) {
    return who.ask().header("If-Match", etag(who)).post(path() + "/" + step);
  }

  public String etag(Person who) {
    return String.valueOf(read(who).header("ETag"));
  }
}
