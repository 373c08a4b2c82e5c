package org.evenhand.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem as the client reads it: {@code application/problem+json}, RFC 9457. */
@Schema(name = "Problem", description = "What went wrong, as RFC 9457 tells it")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    URI type,
    String title,
    int status,
    String detail,
    @Nullable URI instance,
    String requestId,
    List<Violation> errors,
    List<String> allowed) {

  public static final String MEDIA_TYPE = "application/problem+json";

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
        problem.detail(),
        null,
        requestId,
        problem.violations(),
        problem.allowed());
  }

  public Response toResponse() {
    Response.ResponseBuilder response = Response.status(status).entity(this).type(PROBLEM_JSON);
    if (status == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    return response.build();
  }
}
