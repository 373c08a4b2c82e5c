package org.evenhand.analytics.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rebuild as a client reads it. */
@Schema(name = "Rebuild", example = RebuildExample.JSON)
record RebuildView(
    UUID id,
    Rebuild.State state,
    @Schema(description = "The account that asked for it") String requestedBy,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    @Schema(description = "Empty until it was looked at for the first time")
        List<RebuildProgress.Topic> topics) {}
