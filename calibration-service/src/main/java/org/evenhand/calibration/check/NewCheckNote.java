package org.evenhand.calibration.check;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.PlainText;

/** What came of a check. */
public record NewCheckNote(
    @NotNull @PlainText @Size(max = 100) @Schema(examples = "delivery") String criterion,
    @NotNull @Min(1) @Schema(description = "Of the anchor that it was held against", examples = "3")
        Integer ordinal,
    @NotNull
        @Schema(
            description =
                "The day on which it was talked over: from the one on which the check was begun to"
                    + " the present one. That it was, nobody verifies")
        LocalDate talkedOn,
    @NotNull CheckOutcome changed) {

  /**
   * @param begun the day at the place of the manager
   * @param today the same
   * @throws Problem 422 where nobody can have talked over the check by then
   */
  void requireConversation(LocalDate begun, LocalDate today) {
    if (talkedOn.isBefore(begun)) {
      throw refused().with(RANGE.at("/talkedOn", "is before the check was begun"));
    }
    if (talkedOn.isAfter(today)) {
      throw refused().with(RANGE.at("/talkedOn", "is still to come"));
    }
  }

  private static Problem refused() {
    return Problem.of(
        CommonProblem.RULE_VIOLATED,
        "A note names the day on which the check was talked over, since it was begun.");
  }

  CheckNote made(Instant now) {
    return new CheckNote(criterion, ordinal, talkedOn, changed, now);
  }
}
