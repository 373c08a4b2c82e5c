package org.evenhand.analytics.register;

import java.util.List;

/**
 * Everything that this service computes of ratings. Nothing is learned from people: each is a
 * formula over counts, written down in the package {@code statistics} with its source.
 *
 * <p>Whoever adds a question or a metric adds it here; a test compares this list with the
 * operations of the interface and the metrics of the code.
 */
enum ComputedOutput {
  DISTRIBUTION(
      "distribution",
      "To see how ratings are spread over the levels, before and after calibration",
      "Published counts of ratings by level and unit, job level, job family or work location",
      "HR and managers, when they prepare and follow up a calibration",
      Contest.GROUP,
      "getDistribution"),
  GUIDANCE_RANGE(
      "guidanceRange",
      "To see where a distribution is further from the policy's guidance than chance would bring"
          + " it",
      "Published counts of ratings by level, and the guidance of the policy version that the cycle"
          + " pins",
      "HR and managers, who talk about it in a calibration; it blocks nothing and changes no"
          + " rating",
      Contest.GROUP,
      "getDistribution"),
  COMPLETION(
      "completion",
      "To see how far the reviews of a cycle have come",
      "Counts of reviews by the stage that they have reached",
      "HR and managers, who chase what is late",
      Contest.GROUP,
      "getCompletion"),
  AGREEMENT_ALPHA(
      "agreementAlpha",
      "To see whether raters mean the same by the levels",
      "Krippendorff's alpha of the blind scores of a calibration session, with its interval",
      "HR, by a note to the anchors of the policy; it blocks nothing and is about no person",
      Contest.GROUP,
      "getAgreement"),
  IMPACT_RATIO(
      "impactRatio",
      "To find groups that are selected, that is rated at or above the favourable level, less"
          + " often",
      "Published counts by level and declared group",
      "HR and a manager together; no rating is changed because of a group",
      Contest.DECLARED,
      "getFairness"),
  CLIFFS_DELTA(
      "cliffsDelta",
      "To find groups that are rated lower over all levels",
      "Published counts by level and declared group",
      "HR and a manager together; no rating is changed because of a group",
      Contest.DECLARED,
      "getFairness"),
  STRATIFIED_EFFECT(
      "stratifiedEffect",
      "To tell a difference between groups from one between the jobs that they hold",
      "Published counts by level, declared group, job family and job level, all strata together",
      "HR and a manager together; no rating is changed because of a group",
      Contest.DECLARED,
      "getFairness"),
  FINDING(
      "finding",
      "To have HR and managers answer a difference between groups before results are shared",
      "The impact ratios, deltas and stratified effects of a cycle, judged before it is shared",
      "HR and a manager, who sign a joint response; no rating is changed because of a group",
      Contest.DECLARED,
      "listFindings",
      "getFinding",
      "listJudgements",
      "respondToFinding",
      "countersignFindingResponse") {
    @Override
    String retention() {
      return "Kept as it was judged, with its answer and without end; it names groups, and nobody"
          + " in them.";
    }
  },
  DETECTABLE_EFFECT(
      "detectableEffect",
      "To say how large a difference would have to be to be seen at all",
      "Published sizes and selection rates of declared groups",
      "HR, who then know what silence is worth",
      Contest.DECLARED,
      "getPower"),
  CYCLE_SHIFT(
      "cycleShift",
      "To see whether the ratings of a group moved from one cycle to the next",
      "Published counts by level of two cycles",
      "HR, who look for the reason; it blocks nothing",
      Contest.GROUP,
      "getDrift"),
  RATING_DRIFT(
      "ratingDrift",
      "To see whether ratings leave their level over the years",
      "Published counts by level of nine and more cycles",
      "HR, who look for the reason; it blocks nothing",
      Contest.GROUP,
      "getDrift"),
  RATER_SEVERITY(
      "raterSeverity",
      "To show managers how the level of their ratings lies beside that of others",
      "Published counts by level and rater, before calibration; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Contest.RATER,
      "getRaters"),
  BLIND_SEVERITY(
      "blindSeverity",
      "To tell a lenient manager from a strong team, which raterSeverity can't",
      "Blind scores of calibration sessions by rater and place of the sample, from 10 samples that"
          + " three and more scored; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Contest.RATER,
      "getRaters") {
    @Override
    String retention() {
      return "Worked out anew whenever it is asked for, and not kept. The scores that it rests on"
          + " are kept without end, by our ids, and shown to nobody.";
    }
  },
  RANGE_RESTRICTION(
      "rangeRestriction",
      "To show managers whether they use less of the scale than others",
      "Published counts by level and rater, before calibration; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Contest.RATER,
      "getRaters"),
  CENTRAL_TENDENCY(
      "centralTendency",
      "To show managers whether they use the middle of the scale more than others",
      "Published counts by level and rater, before calibration; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Contest.RATER,
      "getRaters");

  private final String output;
  private final String purpose;
  private final String inputs;
  private final String actedOnBy;
  private final String contest;
  private final List<String> operations;

  ComputedOutput(
      String output,
      String purpose,
      String inputs,
      String actedOnBy,
      String contest,
      String... operations) {
    this.output = output;
    this.purpose = purpose;
    this.inputs = inputs;
    this.actedOnBy = actedOnBy;
    this.contest = contest;
    this.operations = List.of(operations);
  }

  /** The name in the interface. */
  String output() {
    return output;
  }

  /** The ids of the operations that answer it. */
  List<String> operations() {
    return operations;
  }

  RegisterEntry entry() {
    return new RegisterEntry(output, purpose, inputs, actedOnBy, retention(), contest, operations);
  }

  /** How long it is kept. */
  String retention() {
    return "Worked out anew whenever it is asked for, and not kept. The counts that it rests on,"
        + " and what was last published of them, are kept without end.";
  }

  /** The right to contest, and where. */
  private static final class Contest {
    static final String GROUP =
        "Anyone who is counted may contest it to an hr-lead, who can have everything counted anew"
            + " (POST /v1/rebuilds) and owes an answer.";
    static final String RATER =
        "The manager may contest it in writing (POST /v1/rater-objections); nobody else sees it"
            + " until an hr-lead has answered in writing, who can have everything counted anew"
            + " (POST /v1/rebuilds).";
    static final String DECLARED =
        "Anyone who is counted may contest it to an hr-lead, who can have everything counted anew"
            + " (POST /v1/rebuilds) and owes an answer. What you declared of yourself you see and"
            + " withdraw yourself (/v1/demographics/me).";
  }
}
