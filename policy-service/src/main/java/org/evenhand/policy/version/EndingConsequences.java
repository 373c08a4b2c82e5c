package org.evenhand.policy.version;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What follows if a version ends, as it was when the end was proposed.
 *
 * @param peopleUnbound how many people no policy would bind any more from that moment on
 * @param inForce the version of the policy that would be in force then
 * @param announced the version that still comes, and when
 */
@Schema(
    description =
        "What follows if the version ends, as of the proposal. Cycles that have pinned the version"
            + " go on with its text.")
public record EndingConsequences(
    @Schema(description = "How many people no policy would bind any more") long peopleUnbound,
    @Schema(description = "The version that would be in force then") @Nullable Integer inForce,
    @Schema(description = "The version that still comes") @Nullable Integer announced,
    @Schema(description = "When that version comes") @Nullable LocalDate announcedFor) {}
