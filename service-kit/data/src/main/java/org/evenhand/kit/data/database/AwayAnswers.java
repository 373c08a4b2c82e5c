package org.evenhand.kit.data.database;

import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import org.evenhand.kit.data.DependencyAway;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.ProblemBody;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a client gets while the database, or another service, is away: come again soon. */
public class AwayAnswers {

  private static final Logger LOG = Logger.getLogger(AwayAnswers.class);
  private static final String SECONDS = "5";

  @ServerExceptionMapper
  public Response dependency(DependencyAway away) {
    return unavailable(away);
  }

  @ServerExceptionMapper
  public Response refused(ConnectException away) {
    return unavailable(away);
  }

  @ServerExceptionMapper
  public Response closed(ClosedConnectionException away) {
    return unavailable(away);
  }

  private static Response unavailable(Exception away) {
    LOG.warnf("a request meets %s", Failures.withoutContent(away));
    Problem problem =
        Problem.of(
            CommonProblem.DEPENDENCY_UNAVAILABLE, "Something that this needs is away; try again");
    return Response.fromResponse(ProblemBody.of(problem).toResponse())
        .header("Retry-After", SECONDS)
        .build();
  }
}
