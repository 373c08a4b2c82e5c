package org.evenhand.calibration.session.deliberation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.session.Consensus;
import org.evenhand.kit.web.text.PlainText;

/** What the session came to on a sample. */
@Schema(
    example = "{\"ordinal\": 4, \"reason\": \"Both observations match the anchor of level 4.\"}")
public record NewConsensus(
    @NotNull @Min(1) @Schema(examples = "4") Integer ordinal,
    @NotNull
        @PlainText
        @Size(max = 2000)
        @Schema(examples = "Both observations match the anchor of level 4.")
        String reason) {

  Consensus by(UUID person, Instant at) {
    return new Consensus(ordinal, reason, person, at);
  }
}
