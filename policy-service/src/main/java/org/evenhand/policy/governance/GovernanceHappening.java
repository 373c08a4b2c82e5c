package org.evenhand.policy.governance;

import java.util.Locale;

/** What has happened to a review of governance, in the audit's words. */
public enum GovernanceHappening {
  SCHEDULED,
  /** A new charter names another owner or quorum. */
  CHARTER_FOLLOWED,
  PREPARED,
  MINUTES_RECORDED,
  /** A signature that leaves the other side's needed; the last one is {@link #SIGNED}. */
  SIGNATURE_GIVEN,
  SIGNED,
  MISSED,
  ESCALATED,
  DECISION_DONE,
  DECISION_DROPPED;

  /** Whether subscribers learn of it. */
  public boolean told() {
    return this == PREPARED || this == SIGNED || this == MISSED;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
