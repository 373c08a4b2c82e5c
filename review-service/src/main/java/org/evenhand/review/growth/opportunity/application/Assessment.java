package org.evenhand.review.growth.opportunity.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one of those who assess found, alone.
 *
 * @param hr whether they did it as HR
 */
public record Assessment(UUID by, boolean hr, List<Finding> findings, Instant at) {

  public Assessment {
    findings = List.copyOf(findings);
  }

  /** Of one criterion. */
  public record Finding(String criterion, Fit fit, String note) {}
}
