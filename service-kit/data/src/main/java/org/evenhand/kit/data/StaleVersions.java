package org.evenhand.kit.data;

import io.smallrye.mutiny.Uni;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;

/**
 * Two changes of one version: the second finds out at its flush, after its If-Match had passed, and
 * gets the same 412.
 */
final class StaleVersions {

  private StaleVersions() {}

  static <T> Uni<T> refused(Uni<T> change) {
    return change
        .onFailure(Failures::staleVersion)
        .transform(
            failure ->
                Problem.of(
                    CommonProblem.PRECONDITION_FAILED,
                    "Somebody else changed it at the same moment; read it again"));
  }
}
