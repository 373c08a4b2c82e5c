package org.evenhand.calibration.session.deliberation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.session.Decision;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What the session decides on a review. */
public record NewDecision(
    @NotNull @Schema(examples = "ADJUST") Decision.Kind decision,
    @Schema(description = "The new level of an ADJUST, higher is better", examples = "3") @Min(1)
        @Nullable Integer ordinal,
    @Schema(
            description =
                "The precedent that it follows, needed for CONSISTENT_WITH_PRECEDENT; or the one"
                    + " that it departs from, with the reason why",
            examples = "019a8c1e-6f00-7000-8000-0000000000d1")
        @Nullable UUID precedentId,
    @NotNull @Schema(examples = "CONSISTENT_WITH_PRECEDENT") Decision.ReasonCode reasonCode,
    @NotNull
        @PlainText
        @Size(max = 2000)
        @Schema(
            description = "The reviewee reads it in the trail of their rating",
            examples = "Two dated observations match the anchor of level 3, as in the precedent.")
        String reason) {

  Decision by(UUID person, Instant at) {
    return new Decision(decision, ordinal, precedentId, reasonCode, reason, person, at);
  }
}
