package org.evenhand.policy.charter.kind;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.evenhand.kit.data.duty.Responsible;

/**
 * One step of an escalation path.
 *
 * @param workingDays how long after the step before, or after the due day; 0 is at once
 */
public record PathStep(
    @NotNull Responsible to, @NotNull @Min(0) @Max(KindTerms.MOST_DAYS) Integer workingDays) {}
