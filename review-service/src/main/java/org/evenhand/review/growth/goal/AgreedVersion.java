package org.evenhand.review.growth.goal;

import java.time.Instant;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.jspecify.annotations.Nullable;

/**
 * Terms that both sides have signed.
 *
 * @param number from 1 on
 * @param reason why it took the place of the one before
 * @param late whether goals had to be set before
 */
public record AgreedVersion(
    int number,
    GoalTerms terms,
    Signatures signatures,
    @Nullable String reason,
    Instant at,
    boolean late) {}
