package org.evenhand.calibration.check;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What came of a check. */
public record NewCheckNote(
    @NotNull @PlainText @Size(max = 100) @Schema(examples = "delivery") String criterion,
    @NotNull @Min(1) @Schema(description = "Of the anchor that it was held against", examples = "3")
        Integer ordinal,
    @Schema(description = "When it was talked over, where that was no check-in")
        @Nullable LocalDate talkedOn,
    @Schema(description = "The check-in in which it was talked over") @Nullable UUID checkInId,
    @NotNull CheckOutcome changed) {

  /**
   * @throws Problem 422 unless it names one conversation, which has been held
   */
  void requireConversation(LocalDate today) {
    if (talkedOn == null && checkInId == null) {
      throw refused().with(REQUIRED.at("/talkedOn", "or a checkInId is needed"));
    }
    if (talkedOn != null && checkInId != null) {
      throw refused().with(NOT_ALLOWED.at("/checkInId", "is not for what has a day already"));
    }
    if (talkedOn != null && talkedOn.isAfter(today)) {
      throw refused().with(RANGE.at("/talkedOn", "is still to come"));
    }
  }

  private static Problem refused() {
    return Problem.of(
        CommonProblem.RULE_VIOLATED, "A note names the one conversation that was held on it.");
  }

  CheckNote made(Instant now) {
    return new CheckNote(criterion, ordinal, talkedOn, checkInId, changed, now);
  }
}
