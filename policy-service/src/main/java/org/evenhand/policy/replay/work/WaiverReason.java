package org.evenhand.policy.replay.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What HR sends to go without a replay. */
@Schema(
    name = "ImpactReplayWaiver",
    description = "The announcement prints the reason.",
    example =
        """
        {"reason": "The only closed cycle was a trial of twelve people"}
        """)
record WaiverReason(@NotNull @PlainText @Size(max = 2000) String reason) {}
