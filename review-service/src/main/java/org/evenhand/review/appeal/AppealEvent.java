package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers learn of an appeal on {@code evenhand.cycles}: no text and no person.
 *
 * @param outcome how it ended; absent of one that is filed
 * @param late of one that is filed: after the time to appeal; of one that has ended: whether a step
 *     was taken after its day
 */
record AppealEvent(
    UUID appealId,
    UUID cycleId,
    String cycleKey,
    List<Ground> grounds,
    @Nullable AppealPhase outcome,
    boolean late,
    Instant at) {}
