package org.evenhand.review.growth.checkin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two wants to speak about.
 *
 * @param goalId the goal that it is about
 * @param planId the development plan that it is about
 * @param observationId the observation that it is about
 */
public record AgendaItem(
    String text, @Nullable UUID goalId, @Nullable UUID planId, @Nullable UUID observationId) {}
