package org.evenhand.policy.challenge;

import java.util.Locale;

/** What has happened to a challenge, in the audit's words. */
public enum ChallengeHappening {
  RAISED,
  ANSWERED,
  FOLLOWED_UP,
  /** It is so late that others may answer. */
  PASSED_ON,
  /** HR has said in whose hands the practice is. */
  PEOPLE_NAMED,
  MERGED,
  /** Another one was merged into it. */
  MERGED_WITH,
  /** What it was merged into was merged itself. */
  MERGED_ON,
  WITHDRAWN;

  /** Whether subscribers learn of it. */
  public boolean told() {
    return this == RAISED || this == ANSWERED || this == MERGED || this == WITHDRAWN;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
