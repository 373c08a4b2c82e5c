package org.evenhand.policy.training.casestudy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The level that somebody gives a case. */
@Schema(name = "CaseScore", example = "{\"ordinal\": 3}")
record CaseScoreRequest(
    @NotNull @Min(1) @Max(20) @Schema(description = "The level, from 1 on") Integer ordinal) {}
