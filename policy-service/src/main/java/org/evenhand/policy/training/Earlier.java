package org.evenhand.policy.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What counted before the last completion, and counts again where that was recorded in error.
 *
 * @param on when it was completed; null where it never was
 * @param by null where a file told it
 * @param until the last day on which it counts; null for good
 * @param exemption what two people had agreed to; null where it was completed
 * @param before what counted before that; null where nothing did
 */
record Earlier(
    @Nullable LocalDate on,
    @Nullable UUID by,
    @Nullable LocalDate until,
    @Nullable Exemption exemption,
    @Nullable Earlier before) {

  /** The same, now that what came after it was taken back. */
  Held again() {
    return new Held(on, by, until, exemption, before);
  }
}
