package org.evenhand.calibration.check;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.obligation.CheckKind;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What a manager looks at. */
public record NewCheck(
    @NotNull CheckKind kind,
    @Schema(description = "Of a BLIND_SCORE: what the caller has scored") @Nullable UUID sampleId,
    @Schema(description = "Of a PRECEDENT: what the caller has written") @Nullable UUID reviewId,
    @Schema(description = "Of a PRECEDENT: what it is held against") @Nullable UUID precedentId) {

  /**
   * @throws Problem 422 where a field is missing that the kind needs, or one is there that it
   *     doesn't
   */
  void requireFitting() {
    List<Violation> found = new ArrayList<>();
    fits(found, "/sampleId", sampleId, kind == CheckKind.BLIND_SCORE);
    fits(found, "/reviewId", reviewId, kind == CheckKind.PRECEDENT);
    fits(found, "/precedentId", precedentId, kind == CheckKind.PRECEDENT);
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The fields don't fit the kind.").with(found);
    }
  }

  private void fits(List<Violation> found, String pointer, @Nullable UUID given, boolean needed) {
    if (needed && given == null) {
      found.add(REQUIRED.at(pointer, "is needed for " + kind));
    } else if (!needed && given != null) {
      found.add(NOT_ALLOWED.at(pointer, "is not for " + kind));
    }
  }
}
