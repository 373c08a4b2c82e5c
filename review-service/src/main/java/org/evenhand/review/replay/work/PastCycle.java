package org.evenhand.review.replay.work;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle was, of this system or of another.
 *
 * @param closed always, where another system has sent it
 * @param policyId null of an imported one
 */
record PastCycle(
    String key,
    Origin origin,
    boolean closed,
    @Nullable UUID policyId,
    LocalDate periodEnd,
    Scale scale,
    long ratings) {}
