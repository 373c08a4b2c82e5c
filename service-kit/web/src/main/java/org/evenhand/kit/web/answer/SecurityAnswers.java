package org.evenhand.kit.web.answer;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who is not known, and who may not enter (RFC 6750, section 3). */
public class SecurityAnswers {

  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  public Response noToken(UnauthorizedException e) {
    return ProblemBody.of(HttpAnswers.plain(401)).toResponse();
  }

  /**
   * Whether a token is expired, unsigned, or of another issuer or audience: the caller learns only
   * that it isn't valid.
   */
  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  public Response badToken(AuthenticationFailedException e) {
    Problem problem =
        Problem.of(CommonProblem.UNAUTHENTICATED, "The access token is not valid here or expired.");
    Response response = ProblemBody.of(problem).toResponse();
    return Response.fromResponse(response)
        .header(HttpHeaders.WWW_AUTHENTICATE, null)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
        .build();
  }

  @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
  public Response closed(ForbiddenException e) {
    return ProblemBody.of(HttpAnswers.plain(403)).toResponse();
  }
}
