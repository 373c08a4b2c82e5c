package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That HR is asked whether the reviewer stays.
 *
 * @param managerId to whom the reviewee reports now; null where to nobody
 * @param settledAt when HR named another reviewer or kept this one; null while it is open
 */
public record ReviewerQuestion(
    ReviewerConcern concern, @Nullable UUID managerId, Instant since, @Nullable Instant settledAt) {

  static ReviewerQuestion open(ReviewerConcern concern, @Nullable UUID manager, Instant since) {
    return new ReviewerQuestion(concern, manager, since, null);
  }

  ReviewerQuestion settled(Instant at) {
    return new ReviewerQuestion(concern, managerId, since, at);
  }

  public boolean isOpen() {
    return settledAt == null;
  }
}
