package org.evenhand.analytics.objection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** The answer to an objection. */
@Schema(
    name = "NewRaterObjectionAnswer",
    requiredProperties = {"outcome", "reason"},
    example = ObjectionExample.NEW_REPLY)
record NewReply(
    @NotNull Outcome outcome,
    @NotNull @Size(max = 4000) @PlainText @Schema(description = "In words, to the manager")
        String reason) {}
