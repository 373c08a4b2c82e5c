package org.evenhand.review.growth.feedback.access;

import java.time.Instant;
import java.util.UUID;

/**
 * The rated period of a review, as moments at the place of its reviewee.
 *
 * @param until the first moment that no longer belongs to it
 */
record RatedTime(UUID reviewee, Instant from, Instant until) {}
