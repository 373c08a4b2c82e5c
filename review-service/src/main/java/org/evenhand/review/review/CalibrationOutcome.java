package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;

/**
 * What calibration made of the overall. Whoever sat in the session is not named: the session as a
 * whole decided.
 */
public record CalibrationOutcome(
    UUID sessionId, Decision decision, int ordinal, String reasonCode, String reason, Instant at) {}
