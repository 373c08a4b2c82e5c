package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.kit.test.Said;

/** A check-in, moved on by its two. */
public record LiveCheckIn(String id) {

  public static Response plan(Person who, Person employee, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("employeeId", LiveAppeal.idOf(employee));
    body.put("plannedFor", Company.today().plusDays(7).toString());
    body.putAll(more);
    return who.ask().body(body).post("/v1/check-ins");
  }

  public static LiveCheckIn planned(Person who, Person employee, Map<String, Object> more) {
    Response planned = plan(who, employee, more);
    return new LiveCheckIn(Said.id(planned, 201, "PLANNED"));
  }

  public static LiveCheckIn planned(Person who, Person employee) {
    return planned(who, employee, Map.of());
  }

  /** The only one that is planned, as one of the two finds it. */
  public static LiveCheckIn next(Person who) {
    return new LiveCheckIn(Said.text(who.ask().get("/v1/check-ins?state=PLANNED"), "/items/0/id"));
  }

  /** An action, by its path. */
  public String promised(Person who, String owedBy, String title) {
    Response added =
        post(
            who,
            "actions",
            Map.of(
                "owedBy",
                owedBy,
                "title",
                title,
                "dueOn",
                Company.today().plusDays(14).toString()));
    return "/v1/check-in-actions/" + Said.id(added, 201, "OPEN");
  }

  public static Response close(Person who, String action, Map<String, Object> body) {
    String etag = String.valueOf(who.ask().get(action).header("ETag"));
    return who.ask().header("If-Match", etag).body(body).post(action + "/closing");
  }

  public String path() {
    return "/v1/check-ins/" + id;
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

  /** What somebody keeps to themself. */
  public Response note(Person who) {
    return who.ask().get(path() + "/private-note");
  }

  public Response keep(Person who, String text) {
    return who.ask()
        .header("If-Match", String.valueOf(note(who).header("ETag")))
        .body(Map.of("text", text))
        .put(path() + "/private-note");
  }

  public Response hold(Person who) {
    return post(who, "holding", Map.of("heldOn", Company.today().toString()));
  }

  private String etag(Person who) {
    return String.valueOf(read(who).header("ETag"));
  }
}
