package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers learn of an appeal on {@code evenhand.cycles}: no text, no person, and no
 * ground: the events of the rating come at the same moment, and name the person.
 *
 * @param outcome how it ended; absent of one that is filed
 * @param late of one that is filed: after the time to appeal; of one that has ended: whether a step
 *     was taken after its day
 */
record AppealEvent(
    UUID appealId,
    UUID cycleId,
    String cycleKey,
    @Nullable AppealPhase outcome,
    boolean late,
    Instant at) {}
