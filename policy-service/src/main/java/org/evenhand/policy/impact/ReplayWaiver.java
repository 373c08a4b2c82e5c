package org.evenhand.policy.impact;

import java.time.Instant;
import java.util.UUID;

/** Why a version goes to its sign-off without a replay; the announcement prints it. */
public record ReplayWaiver(String reason, UUID by, Instant at) {}
