package org.evenhand.kit.web.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.problem.KnownProblems;

/** The problems of RFC 9457 as components of an OpenAPI document. */
final class ProblemComponents {

  private static final String SCHEMA = "#/components/schemas/Problem";
  private static final String RESPONSES = "#/components/responses/";
  private static final String ANY = "Problem";

  private static final Map<Integer, String> WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(400, "Unreadable, or against the schema; `errors` says where"),
              Map.entry(401, "No valid access token"),
              Map.entry(403, "Not open to the caller's roles, or visible but not to be changed"),
              Map.entry(404, "Nothing here that this caller may know of"),
              Map.entry(409, "The present state does not allow it; `allowed` says what it does"),
              Map.entry(412, "Changed since it was read"),
              Map.entry(413, "The body is too large"),
              Map.entry(415, "The media type is not taken here"),
              Map.entry(422, "A rule is violated"),
              Map.entry(428, "If-Match is missing")));

  private ProblemComponents() {}

  static void addTo(Components components) {
    if (components.getSchemas() == null || !components.getSchemas().containsKey("Violation")) {
      components.addSchema("Violation", violation());
    }
    if (!components.getSchemas().containsKey("Problem")) {
      components.addSchema("Problem", problem());
    }
    components.addResponse(ANY, any());
    WORDS.forEach((status, words) -> components.addResponse(ANY + status, response(words)));
  }

  /** What an operation of this shape can refuse with, and what its author says besides. */
  static Iterable<Integer> of(String path, PathItem.HttpMethod method, Operation operation) {
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    var statuses = new TreeSet<Integer>();
    if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
      statuses.addAll(List.of(401, 403));
    }
    // Every operation refuses an unknown query parameter
    statuses.add(400);
    if (path.contains("{")) {
      statuses.add(404);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(List.of(413, 415));
    }
    if (method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD) {
      statuses.addAll(List.of(409, 422));
    }
    statuses.addAll(told(operation));
    if (parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
      statuses.addAll(List.of(412, 428));
    }
    return statuses;
  }

  /** Taken out of the document, where the responses say the same. */
  private static Set<Integer> told(Operation operation) {
    Object named =
        operation.getExtensions() == null
            ? null
            : operation.getExtensions().get(KnownProblems.NAME);
    if (named == null) {
      return Set.of();
    }
    operation.removeExtension(KnownProblems.NAME);
    return Stream.of(named.toString().split(","))
        .map(String::trim)
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  static APIResponse reference(int status) {
    return OASFactory.createAPIResponse().ref(RESPONSES + ANY + status);
  }

  static APIResponse referenceToAny() {
    return OASFactory.createAPIResponse().ref(RESPONSES + ANY);
  }

  private static APIResponse any() {
    return response("Another problem")
        .addHeader(
            HttpHeaders.RETRY_AFTER,
            OASFactory.createHeader()
                .description("Of a 429 or 503: after how many seconds to send the same again")
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER))));
  }

  private static APIResponse response(String words) {
    return OASFactory.createAPIResponse()
        .description(words)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    ProblemBody.MEDIA_TYPE,
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA))));
  }

  private static Schema problem() {
    return object("What went wrong, as RFC 9457 tells it")
        .required(List.of("type", "title", "status", "detail", "requestId"))
        .addProperty("type", text("A stable identifier of this kind of problem").format("uri"))
        .addProperty("title", text("The kind in words"))
        .addProperty("status", number("The HTTP status"))
        .addProperty("detail", text("What went wrong this time"))
        .addProperty("instance", text("Where it went wrong").format("uri-reference"))
        .addProperty("requestId", text("What to quote when asking us about it"))
        .addProperty(
            "errors", list("Each thing that is wrong", OASFactory.createSchema().ref(VIOLATION)))
        .addProperty("allowed", list("What the present state allows", text("A transition")));
  }

  private static final String VIOLATION = "#/components/schemas/Violation";

  private static Schema violation() {
    return object("One thing that is wrong, and where")
        .required(List.of("detail"))
        .addProperty("detail", text("What is wrong"))
        .addProperty("pointer", text("Where in the body, a JSON pointer"))
        .addProperty("parameter", text("Which parameter or header"))
        .addProperty("row", number("Which row of an import; 1 is the first row of data"))
        .addProperty("column", text("Which column of an import"));
  }

  private static Schema object(String words) {
    return type(Schema.SchemaType.OBJECT, words);
  }

  private static Schema text(String words) {
    return type(Schema.SchemaType.STRING, words);
  }

  private static Schema number(String words) {
    return type(Schema.SchemaType.INTEGER, words);
  }

  private static Schema list(String words, Schema items) {
    return type(Schema.SchemaType.ARRAY, words).items(items);
  }

  private static Schema type(Schema.SchemaType type, String words) {
    return OASFactory.createSchema().type(Arrays.asList(type)).description(words);
  }
}
