package org.evenhand.review.cycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Why a step is taken that undoes something. */
@Schema(example = "{\"reason\": \"The unit was merged into another one\"}")
public record Reason(@NotNull @PlainText @Size(max = 2000) String reason) {}
