package org.evenhand.analytics.register;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One computed output, for the people whom it is about. */
@Schema(name = "RegisterEntry", example = RegisterExample.JSON)
record RegisterEntry(
    @Schema(examples = "impactRatio") String output,
    String purpose,
    @Schema(description = "What it is computed from") String inputs,
    @Schema(description = "Who acts on it, and how") String actedOnBy,
    @Schema(description = "How long it is kept") String retention,
    @Schema(description = "The right to contest it, and where") String contest,
    @Schema(description = "The ids of the operations that answer it") List<String> operations) {}
