package org.evenhand.kit.web.request;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * Refuses a request without a body where the operation takes one. Otherwise an empty body or a bare
 * {@code null} would reach it as a Java null.
 */
@Provider
public class BodyNeeded implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "A body is needed.")
          .with(REQUIRED.at("", "must not be empty or null"));
    }
    return body;
  }
}
