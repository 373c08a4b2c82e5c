package org.evenhand.review.growth.goal;

import java.time.Instant;
import java.util.UUID;

/** Who agreed, and when. It stays with what they agreed to, whoever follows them. */
public record Signature(UUID by, Instant at) {}
