package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Whose work is reviewed.
 *
 * @param workerTypes the types that are; none named means employees, so contractors are out
 * @param leastDays days that the assignment must have lasted at the cut-off date
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Eligibility(List<String> workerTypes, int leastDays) {

  static final Eligibility DEFAULT = new Eligibility(List.of(), 0);

  public Eligibility {
    workerTypes =
        workerTypes == null || workerTypes.isEmpty()
            ? List.of("EMPLOYEE")
            : List.copyOf(workerTypes);
  }

  /**
   * @param days of the assignment at the cut-off date
   */
  public boolean admits(String workerType, long days) {
    return workerTypes.contains(workerType) && days >= leastDays;
  }
}
