package org.evenhand.review.growth.goal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.review.growth.goal.terms.MeasureKind;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers learn of a goal on {@code evenhand.development}: no text.
 *
 * @param number of the version that was agreed last
 * @param outcome how it ended; absent of one that is agreed
 * @param late of one that is agreed: after goals had to be set; of one that has ended: after its
 *     day
 */
record GoalEvent(
    UUID goalId,
    UUID employeeId,
    int number,
    MeasureKind measure,
    @Nullable Outcome outcome,
    boolean late,
    Instant at) {}
