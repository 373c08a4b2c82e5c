package org.evenhand.kit.data.database;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.evenhand.kit.web.answer.KnownFailures;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * What a failed statement means to a client. In each of these cases the transaction was rolled
 * back, its Idempotency-Key with it, so nothing is half done and the client may send the same
 * request again.
 */
@Singleton
class DatabaseFailures implements KnownFailures {

  @Override
  public Optional<Problem> problem(Throwable failure) {
    if (Failures.staleVersion(failure)) {
      return changed("Somebody changed it at the same moment: read it again and decide anew.");
    }
    // Two requests found nothing and made the same thing; the later one is answered as if it had
    // been there before.
    if (Failures.sameAtOnce(failure)) {
      return changed("Somebody made the same at the same moment: read it and decide anew.");
    }
    if (Failures.contention(failure)) {
      return Optional.of(
          Problem.of(
              CommonProblem.BUSY,
              "This met others at work on the same, and was undone: send it again, with the same"
                  + " Idempotency-Key if it had one."));
    }
    return Failures.infrastructure(failure)
        ? Optional.of(
            Problem.of(CommonProblem.DEPENDENCY_UNAVAILABLE, "Try again in a little while."))
        : Optional.empty();
  }

  private static Optional<Problem> changed(String detail) {
    return Optional.of(Problem.of(CommonProblem.PRECONDITION_FAILED, detail));
  }
}
