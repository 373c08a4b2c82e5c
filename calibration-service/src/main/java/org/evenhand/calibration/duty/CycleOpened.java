package org.evenhand.calibration.duty;

import java.time.Instant;
import java.util.UUID;

/** When both sides had agreed to open a cycle. */
record CycleOpened(UUID id, Instant at) {}
