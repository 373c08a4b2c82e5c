package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.UUID;

/** What the session came to on a sample: a precedent, with its reason. */
public record Consensus(int ordinal, String reason, UUID by, Instant at) {}
