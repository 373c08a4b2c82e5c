package org.evenhand.policy.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What HR sends to dispose of a comment. */
@Schema(
    name = "DispositionRequest",
    example = "{\"outcome\": \"TAKEN_UP\", \"reason\": \"The anchor now names listening\"}")
public record Decided(
    @NotNull Disposition.Outcome outcome, @NotNull @PlainText @Size(max = 4000) String reason) {

  Disposition by(UUID person, Instant at) {
    return new Disposition(outcome, reason, person, at);
  }
}
