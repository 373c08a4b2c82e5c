package org.evenhand.kit.web.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.problem.ProblemWriter;

/** No text of ours holds a NUL, and PostgreSQL can't store one: it is refused at the door. */
@Singleton
class NulFilter {

  private static final int AFTER_REQUEST_ID = 900;

  void register(@Observes Filters filters) {
    filters.register(NulFilter::refuse, AFTER_REQUEST_ID);
  }

  private static void refuse(RoutingContext request) {
    if (request.request().uri().contains("%00")) {
      ProblemWriter.write(
          request,
          Problem.of(CommonProblem.INVALID_PARAMETER, "The address holds a NUL character."));
    } else {
      request.next();
    }
  }
}
