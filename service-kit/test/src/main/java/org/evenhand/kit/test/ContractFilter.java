package org.evenhand.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a response of a test against the service's own OpenAPI document: the status, the media
 * type and the body's schema must be as documented. {@link EveryAnswer} adds it to all requests.
 */
public final class ContractFilter implements Filter {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Refusals that only some operations have: a client handles only refusals that the document
   * lists. The others may follow any request and are the document's default.
   */
  private static final Set<Integer> OF_OPERATIONS =
      Set.of(400, 403, 404, 409, 412, 413, 415, 422, 428);

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var response = context.next(request, expected);
    var uri = URI.create(request.getURI());
    var path = uri.getPath();
    if (path.startsWith("/q/") || uri.getPort() != RestAssured.port) {
      return response;
    }
    var document = OpenApiDocument.ofRunningService();
    if (document.isEmpty()) {
      return response;
    }
    var operation = document.operation(request.getMethod(), path);
    if (operation.isEmpty()) {
      // A path or method that does not exist: only a problem may answer it.
      mustBe(response.statusCode() >= 400, request, response, "is not in the document");
      return response;
    }
    var documented = document.response(operation.get(), response.statusCode());
    mustBe(documented != null, request, response, "status is not documented");
    mustBe(
        !OF_OPERATIONS.contains(response.statusCode())
            || document.tells(operation.get(), response.statusCode()),
        request,
        response,
        "status is told as the default alone");
    if (documented != null && response.statusCode() < 300) {
      checkHeaders(documented, request, response);
    }
    if (documented != null && !response.asString().isEmpty()) {
      checkBody(document, documented, request, response);
    }
    return response;
  }

  /** A client finds out from the document whether there is a version to keep. */
  private static void checkHeaders(
      JsonNode documented, FilterableRequestSpecification request, Response response) {
    for (String header : List.of("ETag", "Location")) {
      boolean told = documented.path("headers").has(header);
      boolean given = response.header(header) != null;
      mustBe(told == given, request, response, header + (told ? " missing" : " undocumented"));
    }
  }

  private static void checkBody(
      OpenApiDocument document,
      JsonNode documented,
      FilterableRequestSpecification request,
      Response response) {
    var mediaType = response.contentType().split(";", 2)[0].trim();
    var media = documented.path("content").path(mediaType);
    mustBe(!media.isMissingNode(), request, response, "media type " + mediaType + " undocumented");
    if (!mediaType.endsWith("json") || !media.has("schema")) {
      return;
    }
    try {
      var schema = document.schema(media.get("schema"));
      var failures = schema.validate(JSON.readTree(response.asString()));
      mustBe(
          failures.isEmpty(),
          request,
          response,
          failures.stream().map(Object::toString).collect(Collectors.joining("; ")));
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + response.asString(), e);
    }
  }

  private static void mustBe(
      boolean holds, FilterableRequestSpecification request, Response response, String what) {
    if (!holds) {
      throw new AssertionError(
          "%s %s answered %d, against the OpenAPI document: %s\n%s"
              .formatted(
                  request.getMethod(),
                  request.getURI(),
                  response.statusCode(),
                  what,
                  response.asString()));
    }
  }
}
