package org.evenhand.analytics.growth;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is told of people, in bands: each who counts is in exactly one. A mean of few is an exact
 * sum, in which one who has very many is found.
 */
@Schema(
    name = "GrowthMeasure",
    description =
        "PLAN_OUTCOME: how the last plan that ended in the year did. PLAN_AGREEMENT: within how"
            + " many days of the result a plan was agreed, of the last one that a result began in"
            + " the year and that didn't end before anybody could agree; NOT_AGREED by the day of"
            + " publication is a band of its own. PLAN_MEANS: whether the company gave what it owed"
            + " by the plan until that ended. The others: how many"
            + " pieces of feedback, or of recognition, that count somebody received or gave who"
            + " worked here on the last day of the year.")
public enum GrowthMeasure {
  PLAN_OUTCOME(
      2, "COMPLETED", "CLOSED_EMPLOYEE", "CLOSED_PROVIDER", "CLOSED_CIRCUMSTANCE", "CARRIED_OVER"),
  PLAN_AGREEMENT(2, "0-14", "15-28", "29+", "NOT_AGREED"),
  PLAN_MEANS(1, "NOTHING_OWED", "ALL_GIVEN", "SOME_GIVEN", "NONE_GIVEN"),
  FEEDBACK_RECEIVED(1, "0", "1-2", "3-5", "6+"),
  FEEDBACK_GIVEN(1, "0", "1-2", "3-5", "6+"),
  RECOGNITION_RECEIVED(1, "0", "1-2", "3-5", "6+"),
  RECOGNITION_GIVEN(1, "0", "1-2", "3-5", "6+");

  private final int first;
  private final List<String> bands;

  /**
   * @param first the level of the first band: 1 where it says that nothing has happened, at which
   *     all of a group may be
   */
  GrowthMeasure(int first, String... bands) {
    this.first = first;
    this.bands = List.of(bands);
  }

  /** In their order. */
  List<String> bands() {
    return bands;
  }

  /** The level of a band, by its place in the order. */
  int level(int band) {
    return first + band;
  }

  /** How many levels there are, with the one at which nobody stands. */
  int levels() {
    return level(bands.size() - 1);
  }
}
