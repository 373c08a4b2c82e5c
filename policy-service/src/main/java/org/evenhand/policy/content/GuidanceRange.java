package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The share of ratings, in percent, that is expected on a level. */
public record GuidanceRange(
    @NotNull @Min(1) @Max(10) Integer ordinal,
    @NotNull @Min(0) @Max(100) Integer low,
    @NotNull @Min(0) @Max(100) Integer high) {}
