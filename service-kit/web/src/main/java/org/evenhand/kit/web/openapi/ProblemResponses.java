package org.evenhand.kit.web.openapi;

import static org.evenhand.kit.web.problem.CommonProblem.BODY_TOO_LARGE;
import static org.evenhand.kit.web.problem.CommonProblem.BUSY;
import static org.evenhand.kit.web.problem.CommonProblem.DEPENDENCY_UNAVAILABLE;
import static org.evenhand.kit.web.problem.CommonProblem.EMPLOYEE_UNKNOWN;
import static org.evenhand.kit.web.problem.CommonProblem.FORBIDDEN;
import static org.evenhand.kit.web.problem.CommonProblem.IDEMPOTENCY_IN_PROGRESS;
import static org.evenhand.kit.web.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;
import static org.evenhand.kit.web.problem.CommonProblem.INTERNAL_ERROR;
import static org.evenhand.kit.web.problem.CommonProblem.INVALID_PARAMETER;
import static org.evenhand.kit.web.problem.CommonProblem.MALFORMED_REQUEST;
import static org.evenhand.kit.web.problem.CommonProblem.NOT_FOUND;
import static org.evenhand.kit.web.problem.CommonProblem.PRECONDITION_FAILED;
import static org.evenhand.kit.web.problem.CommonProblem.PRECONDITION_REQUIRED;
import static org.evenhand.kit.web.problem.CommonProblem.RULE_VIOLATED;
import static org.evenhand.kit.web.problem.CommonProblem.STATE_CONFLICT;
import static org.evenhand.kit.web.problem.CommonProblem.TOO_MANY_REQUESTS;
import static org.evenhand.kit.web.problem.CommonProblem.UNAUTHENTICATED;
import static org.evenhand.kit.web.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.ProblemType;

/**
 * Which types of problems each operation answers with, by status: what its path, body and headers
 * imply, and what its author names. A response that several operations share is a component.
 */
final class ProblemResponses {

  private static final String COMPONENT = "#/components/responses/";
  private static final String OTHER = "Problem";

  private static final Map<Integer, String> WORDS =
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
          Map.entry(428, "If-Match is missing"),
          Map.entry(429, "More requests than the caller may send"),
          Map.entry(500, "Something went wrong on our side"),
          Map.entry(503, "Something that is needed for this is away or busy"));

  private final OpenAPI api;
  private final Map<String, Integer> statuses = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();

  ProblemResponses(OpenAPI api) {
    this.api = api;
    ProblemCatalogue.read(api)
        .forEach(
            type -> {
              statuses.put(type.code(), type.status());
              titles.put(type.code(), type.title());
            });
    api.getComponents()
        .addResponse(
            OTHER,
            OASFactory.createAPIResponse()
                .description("Another problem, which may answer any request")
                .content(content(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }

  void complete(String path, PathItem.HttpMethod method, Operation operation) {
    of(path, method, operation)
        .forEach(
            (status, codes) -> {
              String key = Integer.toString(status);
              // SmallRye adds bare 401 and 403 answers; ours say what the body is
              APIResponse given = operation.getResponses().getAPIResponse(key);
              if (given == null || given.getRef() == null && given.getContent() == null) {
                operation.getResponses().addAPIResponse(key, response(status, codes));
              }
            });
    if (operation.getResponses().getDefaultValue() == null) {
      operation.getResponses().setDefaultValue(reference(OTHER));
    }
  }

  private SortedMap<Integer, Set<String>> of(
      String path, PathItem.HttpMethod method, Operation operation) {
    List<ProblemType> implied = new ArrayList<>(List.of(INVALID_PARAMETER, TOO_MANY_REQUESTS));
    implied.addAll(List.of(INTERNAL_ERROR, DEPENDENCY_UNAVAILABLE, BUSY));
    if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
      implied.addAll(List.of(UNAUTHENTICATED, FORBIDDEN, EMPLOYEE_UNKNOWN));
    }
    if (path.contains("{")) {
      implied.add(NOT_FOUND);
    }
    if (operation.getRequestBody() != null) {
      implied.addAll(List.of(MALFORMED_REQUEST, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
    }
    if (method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD) {
      implied.addAll(List.of(STATE_CONFLICT, RULE_VIOLATED));
    }
    if (takes(operation, "Idempotency-Key")) {
      implied.addAll(List.of(IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED));
    }
    if (takes(operation, HttpHeaders.IF_MATCH)) {
      implied.addAll(List.of(PRECONDITION_FAILED, PRECONDITION_REQUIRED));
    }
    return Stream.concat(implied.stream().map(ProblemType::name), named(operation).stream())
        .collect(
            Collectors.groupingBy(
                this::status, TreeMap::new, Collectors.toCollection(TreeSet::new)));
  }

  static boolean takes(Operation operation, String header) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> header.equals(parameter.getName()));
  }

  private int status(String code) {
    Integer status = statuses.get(code);
    if (status == null) {
      throw new IllegalArgumentException("No type of problem is called " + code);
    }
    return status;
  }

  private static Collection<String> named(Operation operation) {
    String named = OperationNotes.read(operation, KnownProblems.NAME);
    OperationNotes.drop(operation, KnownProblems.NAME);
    return Stream.of(named.split(",")).map(String::trim).filter(code -> !code.isEmpty()).toList();
  }

  /** A component where it is the same for all operations: of one code, or of none of their own. */
  private APIResponse response(int status, Set<String> codes) {
    boolean passing = status == BUSY.status();
    if (codes.size() > 1 && !passing) {
      return described(status, codes);
    }
    String name = passing ? OTHER + status : camel(codes.iterator().next());
    if (api.getComponents().getResponses().get(name) == null) {
      api.getComponents().addResponse(name, described(status, codes));
    }
    return reference(name);
  }

  private APIResponse described(int status, Set<String> codes) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                WORDS.getOrDefault(status, "Refused")
                    + "\n"
                    + codes.stream()
                        .map(code -> "\n- `" + code + "`: " + titles.get(code))
                        .collect(Collectors.joining()))
            .content(content(ProblemSchemas.of(codes)));
    if (status == TOO_MANY_REQUESTS.status() || status == BUSY.status()) {
      response.addHeader(
          HttpHeaders.RETRY_AFTER, seconds("After how many seconds to send the same again"));
    }
    return response;
  }

  private static Header seconds(String words) {
    return OASFactory.createHeader()
        .description(words)
        .schema(
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.INTEGER))
                .minimum(BigDecimal.ZERO)
                .maximum(BigDecimal.valueOf(Integer.MAX_VALUE)));
  }

  /** {@code NOT_FOUND} is the component {@code NotFound}. */
  private static String camel(String code) {
    return Stream.of(code.split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static Content content(Schema schema) {
    return OASFactory.createContent()
        .addMediaType(ProblemBody.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
  }

  private static APIResponse reference(String name) {
    return OASFactory.createAPIResponse().ref(COMPONENT + name);
  }
}
