package org.evenhand.kit.web.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.evenhand.kit.web.json.JsonProblem;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What JAX-RS itself refuses: unknown paths, methods, media types, unreadable bodies. */
public class HttpAnswers {

  private static final Logger LOG = Logger.getLogger(HttpAnswers.class);

  private final OperationRoles operationRoles;

  HttpAnswers(OperationRoles operationRoles) {
    this.operationRoles = operationRoles;
  }

  @ServerExceptionMapper
  public Response http(
      WebApplicationException e,
      jakarta.ws.rs.container.ContainerRequestContext request,
      UriInfo uri) {
    if (e.getCause() instanceof Problem problem) {
      return answer(problem);
    }
    if (e.getCause() instanceof JsonProcessingException json) {
      return answer(JsonProblem.of(json));
    }
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    String method = request.getMethod();
    String path = uri.getPath();
    return switch (status) {
      // JAX-RS checks these before the roles; a caller without the role must not learn of them
      case 406, 415 -> answer(operationRoles.refusal(method, path).orElseGet(() -> plain(status)));
      case 405 -> allowing(operationRoles.methods(path));
      default -> {
        if (status >= 500) {
          LOG.error("Request failed", SafeFailure.of(e));
        }
        yield answer(plain(status));
      }
    };
  }

  private static Response allowing(Set<String> methods) {
    Response response = answer(plain(405));
    return methods.isEmpty()
        ? response
        : Response.fromResponse(response)
            .header(HttpHeaders.ALLOW, String.join(", ", methods))
            .build();
  }

  private static Response answer(Problem problem) {
    return ProblemBody.of(problem).toResponse();
  }

  static Problem plain(int status) {
    return switch (status) {
      case 401 -> Problem.of(CommonProblem.UNAUTHENTICATED, "Send a valid access token.");
      case 403 -> Problem.of(CommonProblem.FORBIDDEN, "The caller's roles don't open this.");
      case 404 -> Problem.of(CommonProblem.NOT_FOUND, "There is nothing here for this caller.");
      case 405 ->
          Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "Look at Allow for what is offered.");
      case 406 -> Problem.of(CommonProblem.NOT_ACCEPTABLE, "Accept application/json, for example.");
      case 413 -> Problem.of(CommonProblem.BODY_TOO_LARGE, "The body is too large.");
      case 415 ->
          Problem.of(
              CommonProblem.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is not one taken here.");
      case 429 -> Problem.of(CommonProblem.TOO_MANY_REQUESTS, "Slow down and try again later.");
      case 503 -> Problem.of(CommonProblem.DEPENDENCY_UNAVAILABLE, "Try again in a little while.");
      default ->
          status >= 500
              ? Problem.of(CommonProblem.INTERNAL_ERROR, Unexpected.DETAIL)
              : Problem.of(CommonProblem.MALFORMED_REQUEST, "The request could not be read.");
    };
  }
}
