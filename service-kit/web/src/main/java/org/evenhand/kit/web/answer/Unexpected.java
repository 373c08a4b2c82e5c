package org.evenhand.kit.web.answer;

import io.quarkus.arc.All;
import io.quarkus.oidc.OIDCException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Handles everything thrown that isn't a refusal. An unknown failure is our fault: the log has its
 * kind and origin, the answer only the request id.
 */
@Singleton
public class Unexpected {

  static final String DETAIL = "It is in our log under this request id.";

  private static final Logger LOG = Logger.getLogger(Unexpected.class);
  private static final int DEEPEST = 16;

  private final List<KnownFailures> known;

  Unexpected(@All List<KnownFailures> known) {
    this.known = known;
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure) {
    return ProblemBody.of(problem(failure)).toResponse();
  }

  /** What to tell a client of a failure; logged unless it is the client's. */
  public Problem problem(Throwable failure) {
    Optional<Problem> meant = meant(failure);
    if (meant.isEmpty()) {
      LOG.error("Request failed", SafeFailure.of(failure));
      return Problem.of(CommonProblem.INTERNAL_ERROR, DETAIL);
    }
    return meant.get();
  }

  private Optional<Problem> meant(Throwable failure) {
    Optional<Problem> refusal =
        causes(failure).filter(Problem.class::isInstance).map(Problem.class::cast).findFirst();
    if (refusal.isPresent()) {
      return refusal;
    }
    Optional<Problem> meant =
        known.stream()
            .flatMap(each -> each.problem(failure).stream())
            .findFirst()
            .or(() -> away(failure));
    meant
        .filter(problem -> problem.status() >= 500)
        .ifPresent(problem -> LOG.warn(problem.type().title(), SafeFailure.of(failure)));
    return meant;
  }

  private static Optional<Problem> away(Throwable failure) {
    return causes(failure).anyMatch(Unexpected::isAway)
        ? Optional.of(HttpAnswers.plain(503))
        : Optional.empty();
  }

  /** Of the identity provider not even its keys could be had, if it is that. */
  private static boolean isAway(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof OIDCException;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }
}
