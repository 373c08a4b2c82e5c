package org.evenhand.policy.version;

import java.time.Instant;
import java.util.UUID;

/** That one manager signs in place of another, who can't any more; part of the public chain. */
public record SignerReplacement(
    UUID replaced, UUID successor, String reason, UUID by, Instant at) {}
