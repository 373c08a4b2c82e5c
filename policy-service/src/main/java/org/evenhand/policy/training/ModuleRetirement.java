package org.evenhand.policy.training;

import java.time.Instant;
import java.util.UUID;

/** One of the two wants the module to end. */
public record ModuleRetirement(String reason, UUID by, Instant at) {}
