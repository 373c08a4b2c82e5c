package org.evenhand.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks an answer against the service's own OpenAPI document: the status, the media type and the
 * body's schema must be as documented.
 */
final class ApiContract {

  /**
   * Refusals that only some operations have: a client handles only refusals that the document
   * lists. The others may follow any request and are the document's default.
   */
  private static final Set<Integer> OF_OPERATIONS =
      Set.of(400, 403, 404, 409, 412, 413, 415, 422, 428);

  private final Answer answer;

  private ApiContract(Answer answer) {
    this.answer = answer;
  }

  /**
   * @throws AssertionError if the document doesn't tell such an answer; never for an answer of
   *     another server, or of a service without a document
   */
  static void check(Answer answer) {
    if (answer.uri().getPath().startsWith("/q/") || answer.uri().getPort() != RestAssured.port) {
      return;
    }
    var document = OpenApiDocument.ofRunningService();
    if (!document.isEmpty()) {
      new ApiContract(answer).check(document);
    }
  }

  private void check(OpenApiDocument document) {
    var operation = document.operation(answer.method(), answer.uri().getPath());
    if (operation.isEmpty()) {
      // A path or method that does not exist: only a problem may answer it.
      mustBe(answer.status() >= 400, "is not in the document");
      return;
    }
    var documented = document.response(operation.get(), answer.status());
    if (documented == null) {
      throw against("status is not documented");
    }
    mustBe(
        !OF_OPERATIONS.contains(answer.status())
            || document.tells(operation.get(), answer.status()),
        "status is told as the default alone");
    if (answer.status() < 300) {
      checkHeaders(documented);
    }
    if (!answer.body().isEmpty()) {
      checkBody(document, documented);
    }
  }

  /** A client finds out from the document whether there is a version to keep. */
  private void checkHeaders(JsonNode documented) {
    for (String header : List.of("ETag", "Location")) {
      boolean told = documented.path("headers").has(header);
      mustBe(told == answer.has(header), header + (told ? " missing" : " undocumented"));
    }
  }

  private void checkBody(OpenApiDocument document, JsonNode documented) {
    var media = documented.path("content").path(answer.mediaType());
    mustBe(!media.isMissingNode(), "media type " + answer.mediaType() + " undocumented");
    if (!answer.mediaType().endsWith("json") || !media.has("schema")) {
      return;
    }
    var failures = document.schema(media.get("schema")).validate(answer.json());
    mustBe(
        failures.isEmpty(),
        failures.stream().map(Object::toString).collect(Collectors.joining("; ")));
  }

  private void mustBe(boolean holds, String what) {
    if (!holds) {
      throw against(what);
    }
  }

  private AssertionError against(String what) {
    return new AssertionError(
        "%s %s answered %d, against the OpenAPI document: %s\n%s"
            .formatted(answer.method(), answer.uri(), answer.status(), what, answer.body()));
  }
}
