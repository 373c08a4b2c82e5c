package org.evenhand.review.growth.feedback;

import java.time.Instant;
import java.util.UUID;

/**
 * What subscribers learn when feedback counts no more.
 *
 * @param state RETRACTED or HIDDEN
 */
record FeedbackRemoved(UUID feedbackId, FeedbackState state, Instant at) {}
