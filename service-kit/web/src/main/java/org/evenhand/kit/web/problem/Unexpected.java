package org.evenhand.kit.web.problem;

import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.ProblemBody;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** All that nobody expected: the log has it all, the answer only the request id. */
public class Unexpected {

  static final String DETAIL = "It is in our log under this request id.";

  private static final Logger LOG = Logger.getLogger(Unexpected.class);
  private static final int DEEPEST = 16;

  /** By name: the classes belong to the database, which not every service has. */
  private static final Set<String> CHANGED_MEANWHILE =
      Set.of(
          "jakarta.persistence.OptimisticLockException",
          "org.hibernate.StaleObjectStateException",
          "org.hibernate.StaleStateException");

  private static final Set<String> AWAY =
      Set.of(
          "org.evenhand.kit.data.DependencyAway",
          "io.vertx.pgclient.ClosedConnectionException",
          // the identity provider, when not even its keys could be fetched
          "io.quarkus.oidc.OIDCException");

  @ServerExceptionMapper
  public Response unexpected(Throwable e) {
    return answer(e);
  }

  static Response answer(Throwable e) {
    return ProblemBody.of(problem(e)).toResponse();
  }

  /** What to tell a client of a failure; logged when it is ours. */
  public static Problem problem(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      String name = cause.getClass().getName();
      if (CHANGED_MEANWHILE.contains(name)) {
        return Problem.of(
            CommonProblem.PRECONDITION_FAILED,
            "Somebody changed it at the same moment: read it again and decide anew.");
      }
      if (AWAY.contains(name)
          || cause instanceof ConnectException
          || cause instanceof UnknownHostException) {
        LOG.warn("A dependency is away", Muted.of(failure));
        return HttpAnswers.plain(503);
      }
    }
    LOG.error("Request failed", Muted.of(failure));
    return Problem.of(CommonProblem.INTERNAL_ERROR, DETAIL);
  }
}
