package org.evenhand.policy.training.casestudy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case of a study.
 *
 * @param number from 1 on
 * @param ordinal the level that the learner gave; null until then
 */
record CaseScore(int number, UUID precedent, @Nullable Integer ordinal) {

  boolean isScored() {
    return ordinal != null;
  }
}
