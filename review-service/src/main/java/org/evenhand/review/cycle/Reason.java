package org.evenhand.review.cycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.PlainText;

/** Why a step is taken that undoes something. */
@Schema(example = "{\"reason\": \"Two of the releases were left out\"}")
public record Reason(@NotNull @PlainText @Size(max = 2000) String reason) {}
