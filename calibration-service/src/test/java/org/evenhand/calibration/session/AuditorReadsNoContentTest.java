package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** An auditor reads that sessions are held and how far raters agree, and no content. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class AuditorReadsNoContentTest extends SessionScene {

  private static final Set<String> CONTENT =
      Set.of(
          "ordinal",
          "ordinals",
          "originalOrdinal",
          "scores",
          "ownScore",
          "spread",
          "level",
          "sampleLevels",
          "sampleAgreement",
          "measures",
          "parts",
          "narrative",
          "contextNote",
          "observations",
          "decision",
          "decisions",
          "consensus",
          "note",
          "passage",
          "objection",
          "reviewId",
          "reviewIds",
          "sampleId",
          "refusal",
          "cancellation",
          "low",
          "high",
          "undefined");

  @Test
  void every_operation_of_a_full_session_answers_an_auditor_without_content() {
    var reviews = submitted(5);
    var id = scoring();
    var samples = sampleIds(raters.get(0), "manager", id);
    for (int rater = 0; rater < 3; rater++) {
      for (int at = 0; at < samples.size(); at++) {
        score(raters.get(rater), id, samples.get(at), 1 + (at + rater) % 5).statusCode(200);
      }
    }
    decided(id, reviews);
    step(co, "manager", id, "lock").statusCode(200);
    company.sessionRefused(UUID.fromString(id), "review " + reviews.get(0) + " is gone");
    awaitState(id, "READY");

    var answered = new TreeSet<String>();
    json(RestAssured.get("/q/openapi?format=json").asString())
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb -> {
                          var operation = verb.getValue().path("operationId").asText();
                          for (var auditor : auditors()) {
                            var response =
                                ask(
                                    auditor,
                                    verb.getKey(),
                                    path.getKey()
                                        .replace("{id}", id)
                                        .replace("{sampleId}", samples.get(0))
                                        .replace("{personId}", UUID.randomUUID().toString())
                                        .replace("{service}", "calibration")
                                        .replace("{kind}", "PRECEDENT")
                                        .replace("{key}", "double-load")
                                        .replace("{reviewId}", reviews.get(0).toString()));
                            if (response.statusCode() < 300) {
                              answered.add(operation);
                              content(operation, json(response.asString()));
                            }
                          }
                        }));
    assertEquals(
        Set.of(
            "listTasks",
            "getCalendar",
            "listCalibrationChecks",
            "listCalibrationObligations",
            "listNorms",
            "listPrecedents",
            "listCalibrationSessions",
            "getCalibrationSession",
            "getSessionAgreement"),
        answered);
  }

  private List<Tokens> auditors() {
    return List.of(
        Tokens.forClient("auditing", "auditor"),
        Tokens.forEmployee("CHIEF" + mark, "auditor", "employee"));
  }

  private static Response ask(Tokens auditor, String verb, String path) {
    var request =
        RestAssured.given()
            .contentType("application/json")
            .header("Authorization", auditor.bearer());
    return (verb.equals("get") ? request : request.body("{}")).request(verb, path);
  }

  private static void content(String where, JsonNode answer) {
    for (Map.Entry<String, JsonNode> field : answer.properties()) {
      assertFalse(CONTENT.contains(field.getKey()), () -> where + " tells " + field.getKey());
    }
    answer.forEach(child -> content(where, child));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
