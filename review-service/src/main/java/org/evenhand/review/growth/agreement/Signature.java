package org.evenhand.review.growth.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who agreed, and when. It stays with what they agreed to, whoever follows them.
 *
 * @param under to whom the assignment reported then; null where to nobody
 */
public record Signature(UUID by, Instant at, @Nullable UUID under) {}
