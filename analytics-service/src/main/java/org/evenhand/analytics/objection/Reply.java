package org.evenhand.analytics.objection;

import java.time.Instant;
import java.util.UUID;

/**
 * What an hr-lead answered.
 *
 * @param reason in words, to the manager
 */
record Reply(Outcome outcome, String reason, UUID by, Instant at) {}
