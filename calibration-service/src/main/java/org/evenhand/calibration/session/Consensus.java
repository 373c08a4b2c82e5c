package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.UUID;

/** What the session came to on a sample, and why. It can become a precedent. */
public record Consensus(int ordinal, String reason, UUID by, Instant at) {}
