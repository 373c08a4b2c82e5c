package org.evenhand.bench.intake;

import java.util.List;
import java.util.Locale;

/**
 * A part of a company whose reviews of one cycle go through each state together: opened, started,
 * submitted, calibrated. All ids of its people and reviews hold its number, so that what was
 * written for one block can be written for any other.
 *
 * @param number at most {@link #MOST}
 */
record Block(int number) {
  static final int MOST = 0xfffe;

  /** The block whose statements are recorded. */
  static final Block SAMPLE = new Block(0xffff);

  static final int REVIEWS = 2_500;
  private static final int REPORTS = 8;
  private static final int DIRECTORS = 300;
  private static final int UNITS = 200;
  private static final int JOB_LEVELS = 8;
  private static final int JOB_FAMILIES = 12;
  private static final int PLACES = 30;

  /** The states of a review. */
  record Step(String type, String state, String calibration, boolean rated) {}

  static final List<Step> STEPS =
      List.of(
          new Step("review.opened", "NOT_STARTED", "NONE", false),
          new Step("review.started", "IN_PROGRESS", "NONE", false),
          new Step("review.submitted", "SUBMITTED", "PENDING", true),
          new Step("rating.calibrated", "CALIBRATED", "CALIBRATED", true));

  static final int EVENTS = REVIEWS * STEPS.size();

  /** The prefix of every id of the block. */
  String prefix() {
    return String.format(Locale.ROOT, "c0%04x", number);
  }

  String review(int index) {
    return id("01", index);
  }

  /** The state that an event carries, as review-service writes it. */
  String payload(int index, Step step) {
    int ordinal = 1 + Math.floorMod(index * 7 + index / 11, 5);
    return """
    {"reviewId":"%s","cycleId":"e0000000-0000-7000-8000-000000000000","cycleKey":"bench",\
    "origin":"LIVE","employeeId":"%s","reviewerId":"%s","lineAbove":["%s","%s","%s"],\
    "contributorIds":["%s"],"orgUnit":"unit-%d","jobLevel":"L%d","jobFamily":"family-%d",\
    "workLocation":"place-%d","country":"NL","policyId":"e0000005-0000-7000-8000-000000000000",\
    "policyVersion":1,"scale":{"size":5,"favourableFrom":4},"state":"%s",%s"calibration":"%s",\
    "effectiveAt":"2026-10-31T00:00:00Z","recordedAt":"2026-11-20T09:30:00.123456Z"}\
    """
        .formatted(
            review(index),
            id("02", index),
            id("03", index / REPORTS),
            id("03", index / REPORTS),
            above("e0000001", index % DIRECTORS),
            above("e0000002", 0),
            id("03", index / REPORTS),
            index % UNITS,
            index % JOB_LEVELS,
            index / JOB_LEVELS % JOB_FAMILIES,
            index % PLACES,
            step.state(),
            step.rated()
                ? "\"originalOrdinal\":%d,\"ordinal\":%d,".formatted(ordinal, ordinal)
                : "",
            step.calibration());
  }

  private String id(String kind, int index) {
    return above(prefix() + kind, index);
  }

  private static String above(String kind, int index) {
    return String.format(Locale.ROOT, "%s-0000-7000-8000-%012x", kind, index);
  }
}
