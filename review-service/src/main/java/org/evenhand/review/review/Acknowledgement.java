package org.evenhand.review.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That the reviewee has seen the result; it may say that they disagree. */
public record Acknowledgement(Instant at, @Nullable String disagreement) {}
