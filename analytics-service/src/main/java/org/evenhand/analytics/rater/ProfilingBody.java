package org.evenhand.analytics.rater;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** How hr-lead switches profiling on for a country, or off again by a last day. */
@Schema(name = "RaterProfilingDefinition", example = ProfilingExample.DEFINITION)
record ProfilingBody(
    @Schema(description = "The provision that it rests on, as shown to every manager")
        @NotNull
        @PlainText
        @Size(max = 500)
        String legalBasis,
    @Schema(description = "What it is wanted for, as shown to every manager")
        @NotNull
        @PlainText
        @Size(max = 1000)
        String reason,
    @Schema(description = "The first day") @NotNull LocalDate from,
    @Schema(description = "The last day; absent while no end is set") @Nullable LocalDate until) {

  /**
   * This definition.
   *
   * @throws Problem RULE_VIOLATED when it ends before it begins
   */
  ProfilingBody inOrder() {
    if (until != null && until.isBefore(from)) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The last day is before the first.")
          .with(INCONSISTENT.at("/until", "must not be before 'from'"));
    }
    return this;
  }
}
