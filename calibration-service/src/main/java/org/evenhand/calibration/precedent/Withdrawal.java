package org.evenhand.calibration.precedent;

import java.time.Instant;
import java.util.UUID;

/** What one side wants withdrawn, and why. It waits for the other. */
public record Withdrawal(Pair.Side side, String reason, UUID by, Instant at) {}
