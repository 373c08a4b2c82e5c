package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.UUID;

/** That the second person found in a sample what tells whose review it is. */
public record Objection(String passage, UUID by, Instant at) {}
