package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How results can be appealed.
 *
 * @param workingDays how many there are at the reviewee's place, from the day of the sharing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AppealRule(int workingDays) {

  static final AppealRule DEFAULT = new AppealRule(20);
}
