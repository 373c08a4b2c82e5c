package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;

/** That the review ended without a rating, why, by whom and when. */
public record Ending(NotRatedReason reason, UUID employeeId, Instant at) {}
