package org.evenhand.review.cycle;

import java.time.Instant;
import java.util.UUID;

/** Why a cycle was given up, by whom and when. */
public record Cancellation(String reason, UUID employeeId, Instant at) {}
