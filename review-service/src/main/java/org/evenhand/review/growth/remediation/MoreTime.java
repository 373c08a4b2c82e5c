package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.util.UUID;

/** More time, which is given once. */
public record MoreTime(int days, String reason, UUID by, Instant at) {}
