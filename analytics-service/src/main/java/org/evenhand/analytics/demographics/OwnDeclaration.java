package org.evenhand.analytics.demographics;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the caller has declared in a dimension, if anything. */
@Schema(name = "OwnDeclaration")
public record OwnDeclaration(
    String dimension,
    String label,
    @Schema(description = "Absent when nothing is held") @Nullable String value,
    @Nullable Instant recordedAt,
    @Schema(description = "When the caller withdrew it, if they did") @Nullable Instant withdrawnAt,
    @Schema(
            description =
                "What allows keeping it in the caller's country; absent: it is not kept there")
        @Nullable String legalBasis) {}
