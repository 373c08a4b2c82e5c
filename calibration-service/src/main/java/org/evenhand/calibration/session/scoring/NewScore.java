package org.evenhand.calibration.session.scoring;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a rater scores a sample. */
@Schema(example = "{\"ordinal\": 4, \"note\": \"Between 3 and 4\"}")
public record NewScore(
    @Schema(description = "Higher is better", examples = "4") @NotNull @Min(1) Integer ordinal,
    @Schema(description = "For the rater alone") @Size(max = 2000) @Nullable String note) {}
