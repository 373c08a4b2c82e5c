package org.evenhand.kit.data.database;

import jakarta.ws.rs.core.Response;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.ProblemBody;
import org.evenhand.kit.web.problem.Unexpected;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Two looked, found nothing and made the same thing; a key of the table let one of them. The other
 * is told as if the thing had been there before: read it, and decide anew.
 */
public final class SameAtOnce {

  /** SQLSTATE unique_violation. */
  private static final String UNIQUE_VIOLATION = "23505";

  @ServerExceptionMapper
  public Response answer(ConstraintViolationException failure) {
    boolean doubled = Failures.sqlState(failure).filter(UNIQUE_VIOLATION::equals).isPresent();
    Problem problem =
        doubled
            ? Problem.of(
                CommonProblem.PRECONDITION_FAILED,
                "Somebody made the same at the same moment: read it and decide anew.")
            : Unexpected.problem(failure);
    return ProblemBody.of(problem).toResponse();
  }
}
