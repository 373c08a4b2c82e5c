package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What is rated.
 *
 * @param weight percent; all weights of a version sum to 100
 * @param aim the strategic aim that the criterion serves
 */
public record Criterion(
    @NotNull @Key String key,
    @NotNull @PlainText @Size(max = 200) String title,
    @NotNull @Min(0) @Max(100) Integer weight,
    @Nullable @PlainText @Size(max = 2000) String aim) {}
