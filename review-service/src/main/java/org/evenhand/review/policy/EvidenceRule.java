package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How much must have been seen.
 *
 * @param observationsOffMiddle dated observations that a level off the middle needs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvidenceRule(int observationsOffMiddle) {

  static final EvidenceRule DEFAULT = new EvidenceRule(2);

  /** How many a level of a scale of that size needs. */
  public int needed(int ordinal, int scaleSize) {
    return RatingScale.isMiddle(ordinal, scaleSize) ? 0 : observationsOffMiddle;
  }
}
