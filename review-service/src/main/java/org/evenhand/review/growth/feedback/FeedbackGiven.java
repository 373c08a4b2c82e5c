package org.evenhand.review.growth.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers learn of feedback on {@code evenhand.development}: no text.
 *
 * @param criterion absent where it is about none
 */
record FeedbackGiven(
    UUID feedbackId,
    UUID authorId,
    List<UUID> recipientIds,
    FeedbackKind kind,
    @Nullable String criterion,
    Instant at) {}
