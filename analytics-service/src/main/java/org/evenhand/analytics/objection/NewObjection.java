package org.evenhand.analytics.objection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a manager objects to, and why. It stays in this service; no event holds it. */
@Schema(
    name = "NewRaterObjection",
    requiredProperties = {"cycleId", "words"},
    example = ObjectionExample.NEW)
record NewObjection(
    @NotNull @Schema(description = "The cycle whose profile is meant") UUID cycleId,
    @NotNull
        @Size(max = 4000)
        @Pattern(
            regexp = NewObjection.WORDS,
            message = "must hold words, and no control characters")
        @Schema(description = "Why, in words")
        String words) {

  static final String WORDS = "(?s)(?=.*\\S)[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*";
}
