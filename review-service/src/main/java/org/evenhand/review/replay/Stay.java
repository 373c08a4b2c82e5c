package org.evenhand.review.replay;

import org.evenhand.review.policy.Eligibility;
import org.jspecify.annotations.Nullable;

/**
 * By what an assignment is eligible or not.
 *
 * @param days that it had lasted at the cut-off date
 * @param past the rule of its cycle; null where nobody asks
 */
public record Stay(String workerType, long days, @Nullable Eligibility past) {

  static final Stay NOT_ASKED = new Stay("", 0, null);

  boolean leavesBy(Eligibility draft) {
    return past != null && past.admits(workerType, days) && !draft.admits(workerType, days);
  }

  boolean entersBy(Eligibility draft) {
    return past != null && !past.admits(workerType, days) && draft.admits(workerType, days);
  }
}
