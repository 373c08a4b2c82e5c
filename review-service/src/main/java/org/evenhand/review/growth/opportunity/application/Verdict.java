package org.evenhand.review.growth.opportunity.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is to become of an application, which nobody is told before all are.
 *
 * @param reasons one for each criterion
 */
public record Verdict(boolean selected, List<Reason> reasons, UUID by, Instant at) {

  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** Why, by one criterion. */
  public record Reason(String criterion, String text) {}
}
