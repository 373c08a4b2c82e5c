package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.evenhand.kit.web.text.PlainText;

/** A short case that shows what a level looks like. */
public record Exemplar(
    @NotNull @Min(1) @Max(10) Integer ordinal, @NotNull @PlainText @Size(max = 8000) String text) {}
