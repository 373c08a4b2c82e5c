package org.evenhand.kit.web.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import org.evenhand.kit.web.json.JsonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals that were thrown as such, and JSON that could not be read. */
public class ProblemAnswers {

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return ProblemBody.of(problem).toResponse();
  }

  @ServerExceptionMapper
  public Response json(JsonProcessingException e) {
    return problem(JsonProblem.of(e));
  }

  /** By its own name, because Quarkus has a mapper for it, which names the class. */
  @ServerExceptionMapper
  public Response mismatch(MismatchedInputException e) {
    return problem(JsonProblem.of(e));
  }
}
