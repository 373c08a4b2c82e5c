package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That HR has found what has to be there.
 *
 * @param anchor what the level of the criterion means by the policy in force
 * @param exception why hr-lead let it pass while something of the person's is open; null as a rule
 */
public record GateReview(String anchor, UUID by, Instant at, @Nullable String exception) {}
