package org.evenhand.review.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A round of upward feedback, of its people. */
public record LiveUpwardRound(String id) {

  public static final List<String> QUESTIONS = List.of("What helps you?", "What hinders you?");

  public static Response open(Person who, Person manager, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("managerId", LiveAppeal.idOf(manager));
    body.put("closesOn", Company.begun().plusDays(14).toString());
    body.put("questions", QUESTIONS);
    body.putAll(more);
    return who.ask().body(body).post("/v1/upward-rounds");
  }

  public static LiveUpwardRound opened(Person who, Person manager) {
    Response opened = open(who, manager, Map.of());
    opened.then().statusCode(201).body("state", equalTo("OPEN"));
    return new LiveUpwardRound(opened.path("id"));
  }

  public String path() {
    return "/v1/upward-rounds/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public JsonNode seen(Person reader) {
    Response answer = read(reader);
    answer.then().statusCode(200);
    return answer.as(JsonNode.class);
  }

  /** What a reader is shown of the answers to a question. */
  public List<String> answers(Person reader, int question) {
    List<String> texts = new ArrayList<>();
    seen(reader)
        .path("questions")
        .path(question - 1)
        .path("answers")
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** What somebody is asked, and has written. */
  public Response form(Person writer) {
    return writer.ask().get(path() + "/answers");
  }

  /** Answers the questions in their order, the first ones. */
  public Response write(Person writer, String... texts) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (String text : texts) {
      answers.add(Map.of("question", answers.size() + 1, "text", text));
    }
    return put(writer, answers);
  }

  public Response put(Person writer, List<Map<String, Object>> answers) {
    return writer
        .ask()
        .header("If-Match", String.valueOf(form(writer).header("ETag")))
        .body(Map.of("answers", answers))
        .put(path() + "/answers");
  }

  public Response withdraw(Person writer) {
    return writer
        .ask()
        .header("If-Match", String.valueOf(form(writer).header("ETag")))
        .delete(path() + "/answers");
  }

  public Response cancel(Person who) {
    return who.ask()
        .header("If-Match", String.valueOf(read(who).header("ETag")))
        .body(Map.of("reason", "The team is divided anew"))
        .post(path() + "/cancellation");
  }

  /** Its last day has been; nobody has noticed yet. */
  public void pass() {
    Tables.execute(
        "update upward_round set opened_on = current_date - 9, closes_on = current_date - 2"
            + " where id = '%s'".formatted(id));
  }

  /** Its last day is over, and it ends as it does then. */
  public void close() {
    pass();
    Tables.execute(
        "update due_work set try_at = now() - interval '1 hour' where subject = '%s'"
            .formatted(id));
    awaitEnd();
  }

  public void awaitEnd() {
    DueNow.run();
    await()
        .atMost(LiveCycle.PATIENCE)
        .until(
            () ->
                Tables.count("upward_round where state <> 'OPEN' and id = '%s'".formatted(id))
                    == 1);
  }
}
