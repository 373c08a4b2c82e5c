package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.evenhand.kit.web.text.PlainText;

/** The behaviour that a level of a criterion means. */
public record Anchor(
    @NotNull @Key String criterion,
    @NotNull @Min(1) @Max(10) Integer ordinal,
    @NotNull @PlainText @Size(max = 4000) String text) {}
