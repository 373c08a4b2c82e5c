package org.evenhand.policy.charter.kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one kind of duty.
 *
 * @param workingDays null for those of the defaults; where a milestone sets the day they count only
 *     for what comes up after it
 */
public record KindTerms(
    @NotNull
        @Pattern(regexp = "^[A-Z][A-Z_]{0,49}$", message = "must be a name such as SELF_REVIEW")
        String kind,
    @Nullable @Min(0) @Max(MOST_DAYS) Integer workingDays,
    @NotNull @Size(min = 1, max = 4) List<@NotNull @Valid PathStep> path) {

  static final int MOST_DAYS = 250;
}
