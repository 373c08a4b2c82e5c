package org.evenhand.policy.challenge;

import java.time.Instant;
import java.util.UUID;

/**
 * What the first answer left open.
 *
 * @param by the author, or that of a challenge merged into it
 */
public record FollowUp(String text, UUID by, Instant at) {}
