package org.evenhand.analytics.objection;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an hr-lead answered. */
@Schema(name = "RaterObjectionAnswer")
record Reply(
    Outcome outcome,
    @Schema(description = "In words, to the manager") String reason,
    @Schema(description = "Our id of the employee") UUID by,
    Instant at) {}
