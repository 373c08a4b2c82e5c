package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.Contents;
import org.jspecify.annotations.Nullable;

/** Challenges over HTTP. */
final class Challenges {

  private Challenges() {}

  /** Against a session that is in the hands of some people. */
  static Map<String, Object> ofSession(String... people) {
    return ofSession(UUID.randomUUID(), people);
  }

  static Map<String, Object> ofSession(UUID session, String... people) {
    return of("SESSION", session, people);
  }

  /** Against something that is done. */
  static Map<String, Object> of(String practice, UUID subject, String... people) {
    return Map.of(
        "kind",
        "CONCERN",
        "text",
        "It went too fast",
        "practice",
        Map.of(
            "kind",
            practice,
            "subject",
            subject,
            "people",
            Stream.of(people).map(ChallengePeople::id).toList()));
  }

  static Map<String, Object> ofVersion(PolicyUnderTest policy, String pointer) {
    JsonNode version = Said.by(policy.read(Staff.HR));
    return Map.of(
        "kind",
        "QUESTION",
        "text",
        "Why so?",
        "part",
        Map.of(
            "policyId",
            policy.id(),
            "version",
            version.path("version").asInt(),
            "pointer",
            pointer,
            "contentHash",
            version.path("contentHash").asText()));
  }

  static Response raise(Tokens who, Map<String, Object> what) {
    return as(who).body(what).post("/v1/challenges");
  }

  static String raised(Tokens who, Map<String, Object> what) {
    return Said.id(raise(who, what), 201, "RAISED");
  }

  static JsonNode read(Tokens who, String id) {
    Response found = as(who).get("/v1/challenges/" + id);
    assertThat(found.statusCode()).isEqualTo(200);
    return Said.by(found);
  }

  static String etag(String id) {
    return as(ChallengePeople.COLLEAGUE).get("/v1/challenges/" + id).header("ETag");
  }

  /** A command on the challenge as it is now. */
  static Response command(Tokens who, String id, String what, @Nullable Object body) {
    var request = as(who).header("If-Match", etag(id));
    if (body != null) {
      request.body(body);
    }
    return request.post("/v1/challenges/" + id + "/" + what);
  }

  static Response explain(Tokens who, String id) {
    return command(who, id, "answer", explained(read(who, id).has("practice")));
  }

  /** Where nobody has said whose a practice is, whoever answers has to say that it isn't theirs. */
  static Map<String, Object> explained(boolean notOwn) {
    return Map.of("outcome", "EXPLAINED", "text", "Because", "notOwnPractice", notOwn);
  }

  static Response followUp(Tokens who, String id) {
    return command(who, id, "follow-up", Map.of("text", "And until then?"));
  }

  static Response merge(Tokens who, String id, String into) {
    return command(who, id, "merging", Map.of("into", into));
  }

  static Response support(Tokens who, String id) {
    return as(who).post("/v1/challenges/" + id + "/support");
  }

  static List<String> actions(Tokens who, String id) {
    List<String> actions = new ArrayList<>();
    read(who, id).path("actions").forEach(action -> actions.add(action.asText()));
    return actions;
  }

  /** The challenges that are tasks of somebody. */
  static List<String> tasks(Tokens who) {
    List<String> subjects = new ArrayList<>();
    Said.by(as(who).get("/v1/tasks?kind=CHALLENGE_ANSWER&limit=200"))
        .path("items")
        .forEach(item -> subjects.add(item.path("subject").asText().replaceAll(".*/", "")));
    return subjects;
  }

  /** The payloads of its events, checked against their schemas. */
  static List<JsonNode> told(String id, int count) {
    var events = Events.ofTest().await("evenhand.policies", count, event -> id.equals(event.key()));
    assertThat(events).allSatisfy(EventSchemas::check);
    return events.stream().map(event -> json(event.value())).toList();
  }

  private static JsonNode json(String text) {
    try {
      return Contents.JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
