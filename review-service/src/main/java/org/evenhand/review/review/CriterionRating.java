package org.evenhand.review.review;

import java.time.Instant;

/** What the reviewer concludes on one criterion, and why. */
public record CriterionRating(String criterion, int ordinal, String rationale, Instant ratedAt) {}
