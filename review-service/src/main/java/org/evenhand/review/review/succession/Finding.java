package org.evenhand.review.review.succession;

import java.util.UUID;
import org.evenhand.review.review.ReviewerConcern;
import org.jspecify.annotations.Nullable;

/** What has to become of a review's reviewer. */
sealed interface Finding {

  UUID review();

  /**
   * The reviewer can't go on.
   *
   * @param manager to whom the reviewee reports; null where to nobody
   * @param successor the nearest one who can; null where nobody can
   */
  record Passes(UUID review, ReviewerConcern why, @Nullable UUID manager, @Nullable UUID successor)
      implements Finding {}

  /** HR has to say whether the reviewer stays. */
  record IsAsked(UUID review, ReviewerConcern why, @Nullable UUID manager) implements Finding {}

  /** HR needn't say so any more. */
  record IsAskedNoMore(UUID review) implements Finding {}
}
