package org.evenhand.review.growth.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What its author says. Critique has all four; recognition says at least what somebody did, and
 * wishes nothing.
 *
 * @param impact what came of it
 * @param wish what its author would rather see
 */
public record FeedbackWords(
    @Nullable String situation, String behaviour, @Nullable String impact, @Nullable String wish) {}
