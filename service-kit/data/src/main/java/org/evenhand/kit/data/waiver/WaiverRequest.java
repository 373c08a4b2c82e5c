package org.evenhand.kit.data.waiver;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Why a duty needn't be done. */
@Schema(
    example =
        """
        {"code": "AWAY", "reason": "Back in February; the review rests on three observations."}
        """)
record WaiverRequest(
    @NotNull WaiverReason code, @NotNull @PlainText @Size(max = 2000) String reason) {}
