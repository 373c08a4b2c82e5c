package org.evenhand.analytics.finding;

import java.time.Instant;
import java.util.UUID;

/** Who agreed, for which side, and when. */
public record Signature(UUID employeeId, Side side, Instant at) {}
