package org.evenhand.review.cycle;

import java.time.Instant;
import java.util.UUID;

/** Who agreed to a step, for which side, and when. */
public record Signature(UUID employeeId, Side side, Instant at) {}
