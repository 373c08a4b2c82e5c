package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;

/** The reviewer's conclusion, confirmed by name. */
public record Submission(Overall overall, UUID reviewerId, String confirmedBy, Instant at) {}
