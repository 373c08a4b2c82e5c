package org.evenhand.kit.web.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.requestid.RequestId;
import org.jspecify.annotations.Nullable;

/** A problem as the client reads it: {@code application/problem+json}, RFC 9457. */
@Schema(name = "Problem", description = "What went wrong, as RFC 9457 tells it")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    URI type,
    String title,
    int status,
    String code,
    String detail,
    @Nullable URI instance,
    String requestId,
    List<Violation> errors,
    List<String> allowed) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String SOON = "1";
  private static final MediaType PROBLEM_JSON = MediaType.valueOf(MEDIA_TYPE);

  /** The body for a problem within the present request. */
  public static ProblemBody of(Problem problem) {
    return of(problem, RequestId.current());
  }

  public static ProblemBody of(Problem problem, String requestId) {
    return new ProblemBody(
        problem.type().type(),
        problem.type().title(),
        problem.status(),
        problem.type().name(),
        problem.detail(),
        null,
        requestId,
        problem.violations(),
        problem.allowed());
  }

  public Response toResponse() {
    Response.ResponseBuilder response = Response.status(status).entity(this).type(PROBLEM_JSON);
    headers().forEach(response::header);
    return response.build();
  }

  /** What HTTP wants beside the body: how to come in, and when to come back, in seconds. */
  public Map<String, String> headers() {
    return switch (status) {
      case 401 -> Map.of("WWW-Authenticate", "Bearer");
      case 503 -> Map.of(HttpHeaders.RETRY_AFTER, SOON);
      default -> Map.of();
    };
  }
}
