package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.util.UUID;

/** That whoever leads the person says that the plan isn't met; HR has to say so too. */
public record NotMetSignature(UUID by, String reason, Instant at) {}
