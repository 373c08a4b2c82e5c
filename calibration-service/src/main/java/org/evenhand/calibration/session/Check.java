package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.UUID;

/** That a second person has read a redacted sample and found nobody in it. */
public record Check(UUID by, Instant at) {}
