package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** One level of the scale. */
public record RatingLevel(
    @NotNull @Min(1) @Max(10) Integer ordinal,
    @NotNull @PlainText @Size(max = 100) String label,
    @Nullable @PlainText @Size(max = 2000) String description) {}
