package org.evenhand.calibration.precedent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which precedents a reader looks for.
 *
 * @param criterion of a single criterion, or of a whole review that speaks of it
 */
public record PrecedentFilter(
    PrecedentState state,
    @Nullable UUID policyId,
    @Nullable String criterion,
    @Nullable Integer ordinal,
    @Nullable PrecedentTag tag) {}
