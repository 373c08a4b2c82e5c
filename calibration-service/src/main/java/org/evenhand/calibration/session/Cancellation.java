package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.UUID;

/** That a session was ended without a decision, by whom and why. */
public record Cancellation(String reason, UUID by, Instant at) {}
