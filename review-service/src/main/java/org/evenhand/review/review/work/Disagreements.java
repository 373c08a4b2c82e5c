package org.evenhand.review.review.work;

import org.evenhand.review.review.access.ReviewContext;
import io.smallrye.mutiny.Uni;

/** Hears of disagreements; what has left the house carries them from then on. */
@FunctionalInterface
public interface Disagreements {

  /**
   * Tells of the disagreement with the result of the context's review, in the context's
   * transaction; not in whose words.
   */
  Uni<Void> told(ReviewContext context);
}
