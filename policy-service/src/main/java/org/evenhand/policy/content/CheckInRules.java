package org.evenhand.policy.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How often people and whoever leads them meet.
 *
 * @param everyWeeks at least once in so many weeks; two who meet by themselves may meet more often
 */
public record CheckInRules(@NotNull @Min(1) @Max(26) Integer everyWeeks) {}
