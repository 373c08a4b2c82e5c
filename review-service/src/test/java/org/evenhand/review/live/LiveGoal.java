package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.kit.test.Said;

/** A goal, moved on by its people. */
public record LiveGoal(String id) {

  /** Terms of a goal that is reached or not; more fields may be given. */
  public static Map<String, Object> terms(String title, Map<String, Object> more) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("title", title);
    terms.put("measure", Map.of("kind", "YES_NO"));
    terms.put("visibility", "SELF_AND_LINE");
    terms.put("dueOn", Company.today().plusMonths(6).toString());
    terms.putAll(more);
    return terms;
  }

  public static Response draft(Person author, Person whose, Map<String, Object> terms) {
    return author.ask().body(Map.of("employeeId", idOf(whose), "terms", terms)).post("/v1/goals");
  }

  public static LiveGoal drafted(Person author, Person whose, Map<String, Object> terms) {
    Response drafted = draft(author, whose, terms);
    return new LiveGoal(Said.id(drafted, 201, "DRAFT"));
  }

  public static LiveGoal proposed(Person author, Person whose, Map<String, Object> terms) {
    LiveGoal goal = drafted(author, whose, terms);
    Said.expect(goal.post(author, "proposal"), 200, "PROPOSED");
    return goal;
  }

  /** Proposed by one side, and agreed to by the person. */
  public static LiveGoal agreed(Person manager, Person whose, Map<String, Object> terms) {
    LiveGoal goal = proposed(manager, whose, terms);
    Said.expect(goal.post(whose, "agreement"), 200, "AGREED");
    return goal;
  }

  public String path() {
    return "/v1/goals/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response post(Person who, String step, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).post(path() + "/" + step);
  }

  /** A step that needs no words. */
  public Response post(Person who, String step) {
    return who.ask().header("If-Match", etag(who)).post(path() + "/" + step);
  }

  public Response put(Person who, String part, Object body) {
    return who.ask().header("If-Match", etag(who)).body(body).put(path() + "/" + part);
  }

  public static String idOf(Person person) {
    return LiveAppeal.idOf(person);
  }

  private String etag(Person who) {
    return String.valueOf(read(who).header("ETag"));
  }
}
