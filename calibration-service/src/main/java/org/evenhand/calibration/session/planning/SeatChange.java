package org.evenhand.calibration.session.planning;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Who gives a seat up, who takes it, and why. */
public record SeatChange(
    @NotNull @Schema(description = "Our id of the member, as the session shows it") UUID leavingId,
    @NotNull
        @PlainText
        @Size(max = 100)
        @Schema(
            description =
                "Somebody who has had no seat in the session. A facilitator is close to no review"
                    + " of it and serves all units; a co-facilitator leads people and has to agree",
            examples = "L011")
        String joiningExternalId,
    @NotNull @PlainText @Size(max = 2000) @Schema(examples = "Has taken another post.")
        String reason) {}
