package org.evenhand.analytics.counts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle at its place in time.
 *
 * @param at when its ratings count from
 * @param policyId the line of policy versions; null for history and where no event has said so
 */
public record TimedCycle(Cycle cycle, Instant at, @Nullable UUID policyId) {

  /** Whether the two may be of one line: what is not known does not part them. */
  public boolean mayFollow(TimedCycle other) {
    return policyId == null || other.policyId == null || policyId.equals(other.policyId);
  }
}
