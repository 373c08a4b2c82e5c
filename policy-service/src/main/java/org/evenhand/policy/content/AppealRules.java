package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How results can be appealed.
 *
 * @param workingDays how many a reviewee has at their place from the day on which the result is
 *     shared
 */
public record AppealRules(@NotNull @Min(5) @Max(90) Integer workingDays) {}
