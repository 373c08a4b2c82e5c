package org.evenhand.analytics.objection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What a manager objects to, and why. It stays in this service; no event holds it. */
@Schema(
    name = "NewRaterObjection",
    requiredProperties = {"cycleId", "words"},
    example = ObjectionExample.NEW)
record NewObjection(
    @NotNull @Schema(description = "The cycle whose profile is meant") UUID cycleId,
    @NotNull @Size(max = 4000) @PlainText @Schema(description = "Why, in words") String words) {}
