package org.evenhand.analytics.guidance;

import org.evenhand.analytics.statistics.monitoring.MultinomialExpectation;

/** Whether a distribution has guidance beside it, and if not, why. */
public enum GuidanceState {
  GIVEN(
      "Beside a level with guidance stands how many people may be expected there under the policy"
          + " of this cycle. It is there to be talked about: it blocks nothing and changes no"
          + " rating. Of groups that follow it, up to one in twenty lies outside by chance. Groups"
          + " of fewer than "
          + MultinomialExpectation.LEAST_PEOPLE
          + " people have none."),
  NONE("The policy of this cycle gives no guidance."),
  IMPORTED("An imported year was rated elsewhere, so there is no guidance for it."),
  UNKNOWN("The policy of this cycle has not arrived yet, so its guidance is not known.");

  private final String words;

  GuidanceState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
