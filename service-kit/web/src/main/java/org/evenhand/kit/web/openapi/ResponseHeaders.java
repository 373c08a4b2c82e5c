package org.evenhand.kit.web.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The headers of answers: {@code Location} of what was made, {@code ETag} of what a later change
 * has to name, which is whatever an operation with {@code If-Match} answers, and the language of
 * what is said in several.
 */
final class ResponseHeaders {

  /** What was made, or is being made: 207 has the results of an import at once. */
  private static final Set<String> MADE = Set.of("201", "202", "207");

  private final Set<String> versioned;

  ResponseHeaders(OpenAPI api) {
    versioned =
        api.getPaths().getPathItems().values().stream()
            .flatMap(item -> item.getOperations().values().stream())
            .filter(operation -> ProblemResponses.takes(operation, HttpHeaders.IF_MATCH))
            .filter(
                operation ->
                    !OperationNotes.read(operation, KnownHeaders.NAME)
                        .equals("-" + HttpHeaders.ETAG))
            .flatMap(ResponseHeaders::successes)
            .flatMap(ResponseHeaders::schemas)
            .collect(Collectors.toSet());
  }

  void complete(Operation operation) {
    String known = OperationNotes.read(operation, KnownHeaders.NAME);
    OperationNotes.drop(operation, KnownHeaders.NAME);
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.startsWith("2")
                  && (known.equals(HttpHeaders.ETAG)
                      || schemas(answer).anyMatch(versioned::contains))) {
                answer.addHeader(
                    HttpHeaders.ETAG,
                    text("The version, to be sent in If-Match with a change of it").required(true));
              }
              if (status.startsWith("2") && known.equals(HttpHeaders.CONTENT_LANGUAGE)) {
                answer.addHeader(
                    HttpHeaders.CONTENT_LANGUAGE,
                    text("The language in which it is said").required(true));
                answer.addHeader(
                    HttpHeaders.VARY,
                    text("It is said in the language that the client prefers").required(true));
              }
              if (MADE.contains(status) && !known.equals("-" + HttpHeaders.LOCATION)) {
                answer.addHeader(HttpHeaders.LOCATION, text("Where it can be read").required(true));
              }
            });
  }

  private static Stream<APIResponse> successes(Operation operation) {
    return operation.getResponses() == null
        ? Stream.of()
        : operation.getResponses().getAPIResponses().entrySet().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .map(answer -> answer.getValue());
  }

  private static Stream<String> schemas(APIResponse answer) {
    return answer.getContent() == null
        ? Stream.of()
        : answer.getContent().getMediaTypes().values().stream()
            .map(MediaType::getSchema)
            .filter(Objects::nonNull)
            .map(Schema::getRef)
            .filter(Objects::nonNull);
  }

  private static Header text(String words) {
    return OASFactory.createHeader()
        .description(words)
        .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
  }
}
