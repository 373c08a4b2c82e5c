package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The share of ratings, in percent, that is expected on a level; low and high alike for one share.
 */
@Schema(
    description =
        "The share of ratings, in percent, that is expected on a level; a level without one may"
            + " have any. Soft: analytics shows how many people of a group it lets expect, and"
            + " nothing is ever forced into it.")
public record GuidanceRange(
    @NotNull @Min(1) @Max(10) Integer ordinal,
    @NotNull @Min(0) @Max(100) Integer low,
    @NotNull @Min(0) @Max(100) Integer high) {}
