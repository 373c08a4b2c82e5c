package org.evenhand.policy.signing;

import java.time.Instant;
import java.util.UUID;

/** One manager signs in place of another who no longer can; part of the public chain. */
public record SignerReplacement(
    UUID replaced, UUID successor, String reason, UUID by, Instant at) {}
