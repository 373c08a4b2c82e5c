package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * Claims reviews at review-service and gets them redacted. While it is away the session waits in
 * PLANNED; claiming again is harmless, because it answers the same.
 */
@ApplicationScoped
class Claims {

  private final ReviewService reviews;

  Claims(@RestClient ReviewService reviews) {
    this.reviews = reviews;
  }

  /**
   * @throws Problem 503 while review-service is away, 422 when it gives nothing
   */
  Uni<ReviewService.Claimed> of(ReviewService.Claim wanted) {
    return reviews
        .claim(wanted)
        .onFailure(Claims::away)
        .transform(
            failure ->
                Problem.of(
                    CommonProblem.DEPENDENCY_UNAVAILABLE,
                    "review-service doesn't answer; the session waits in PLANNED. Try again."))
        .onFailure(WebApplicationException.class)
        .transform(
            failure ->
                Problem.of(
                    CalibrationProblem.SAMPLES_REFUSED,
                    "review-service gives no samples now: is the cycle CALIBRATING, and is it not"
                        + " proposed to share its results?"));
  }

  private static boolean away(Throwable failure) {
    return failure instanceof ProcessingException
        || failure instanceof TimeoutException
        || (failure instanceof WebApplicationException answer
            && answer.getResponse().getStatus() >= 500);
  }
}
