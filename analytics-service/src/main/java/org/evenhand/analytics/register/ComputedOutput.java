package org.evenhand.analytics.register;

import java.util.List;

/**
 * Everything that is computed from ratings, here and in calibration sessions. Nothing is trained on
 * people's data: each output is a formula over counts or scores, written down with its source in
 * the package {@code statistics} here, {@code agreement} in calibration-service.
 *
 * <p>A new question or metric is added here; a test compares this list with the API's operations
 * and the metrics of the code.
 */
enum ComputedOutput {
  DISTRIBUTION(
      "distribution",
      "To see how ratings are spread over the levels, before and after calibration",
      "Published counts of ratings by level and unit, job level, job family or work location",
      "HR and managers, when they prepare and follow up a calibration",
      Retention.COUNTS,
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
      Retention.COUNTS,
      Contest.GROUP,
      "getDistribution"),
  COMPLETION(
      "completion",
      "To see how far the reviews of a cycle have come",
      "Counts of reviews by the stage that they have reached",
      "HR and managers, who chase what is late",
      Retention.COUNTS,
      Contest.GROUP,
      "getCompletion"),
  DUTIES(
      "duties",
      "To see that HR and managers do in time what they owe",
      "Counts of duties by quarter, kind, side and state; who owes them is not told",
      "HR and managers, side by side; it measures no person",
      Retention.COUNTS,
      Contest.GROUP,
      "getDutySummary"),
  APPEALS(
      "appeals",
      "To see how many results are appealed, and how many of the appeals change one",
      "Counts of the shared reviews of a closed cycle by unit and by protected attribute, and of"
          + " those that were appealed; who appealed is not told",
      "HR, who look for the reason in a unit or a group; it measures no person and changes no"
          + " rating",
      Retention.APPEALS,
      Contest.GROUP,
      "getAppealFigures",
      "getAppealFiguresByGroup"),
  CHECK_INS(
      "checkIns",
      "To see, by unit, how many check-ins are held of those that are planned",
      "Counts of the check-ins of a quarter by unit: held, skipped, missed; neither what was said"
          + " nor who speaks with whom leaves review-service",
      "HR and managers, who look for the time that is lacking; it measures no person",
      Retention.TOLD_ONCE,
      Contest.TOLD_ONCE,
      "getCheckInFigures"),
  DUTIES_BY_UNIT(
      "dutiesByUnit",
      "To see, by side and unit, whether checks and training are done and challenges answered in"
          + " time",
      "Counts of the duties of some kinds and of a quarter by side and unit: in time, late, waived,"
          + " open, each check that somebody owes for itself; who owes them is not told",
      "HR and managers, who look for what is in the way; it measures no person, and a unit of which"
          + " one person owes most isn't shown",
      Retention.TOLD_ONCE,
      Contest.TOLD_ONCE,
      "getDutyFigures"),
  AGREEMENT_ALPHA(
      "agreementAlpha",
      "To see whether raters mean the same by the levels",
      "Krippendorff's alpha of the blind scores of a calibration session, with its interval",
      "HR, by a note to the anchors of the policy; it blocks nothing and is about no person",
      Retention.REVEALED,
      Contest.GROUP,
      "getAgreement",
      "getSessionAgreement"),
  SAMPLE_AGREEMENT(
      "sampleAgreement",
      "To see on which samples raters differ, and whether they gave the same levels where alpha"
          + " can't say so because nearly all scores are of one level",
      "The blind scores of a calibration session: the spread of each sample (r_wg, AD_M), and"
          + " Gwet's AC2; scores are shown without names, and of each session as many samples as"
          + " there are at each level",
      "The members of the session, who talk about the most disputed first; HR, by a note to the"
          + " anchors of the policy. It blocks nothing",
      Retention.SESSION,
      Contest.SESSION,
      "getSessionAgreement",
      "getAgreement"),
  PAIR_KAPPAS(
      "pairKappas",
      "To see whether one rater reads the anchors otherwise than the rest, or everybody does",
      "Quadratic weighted kappas of all pairs of raters of a calibration session, of which the"
          + " lowest, the median and the highest are shown in steps of .1, from ten samples and"
          + " three pairs on",
      "The two facilitators of the session, who ask and name nobody; it blocks nothing",
      Retention.SESSION,
      Contest.SESSION,
      "getSessionAgreement"),
  OWN_KAPPA(
      "ownKappa",
      "To show raters how far they agree with the others together",
      "The rater's own blind scores and the others' without names, from ten samples on",
      "The rater alone; nobody else sees it",
      Retention.SESSION,
      Contest.SESSION,
      "getSessionAgreement"),
  IMPACT_RATIO(
      "impactRatio",
      "To find groups that are selected, that is rated at or above the favourable level, less"
          + " often",
      "Published counts by level and declared group",
      "HR and a manager together; no rating is changed because of a group",
      Retention.COUNTS,
      Contest.DECLARED,
      "getFairness"),
  CLIFFS_DELTA(
      "cliffsDelta",
      "To find groups that are rated lower over all levels",
      "Published counts by level and declared group",
      "HR and a manager together; no rating is changed because of a group",
      Retention.COUNTS,
      Contest.DECLARED,
      "getFairness"),
  STRATIFIED_EFFECT(
      "stratifiedEffect",
      "To tell a difference between groups from one between the jobs that they hold",
      "Published counts by level, declared group, job family and job level, all strata together",
      "HR and a manager together; no rating is changed because of a group",
      Retention.COUNTS,
      Contest.DECLARED,
      "getFairness"),
  FINDING(
      "finding",
      "To have HR and managers answer a difference between groups before results are shared",
      "The impact ratios, deltas and stratified effects of a cycle, judged before it is shared",
      "HR and a manager, who sign a joint response; no rating is changed because of a group",
      Retention.FINDING,
      Contest.DECLARED,
      "listFindings",
      "getFinding",
      "listJudgements",
      "respondToFinding",
      "countersignFindingResponse"),
  REPLAYED_FAIRNESS(
      "replayedFairness",
      "To see, before a policy is signed, how groups would have fared under it in a past cycle",
      "Published counts by level and declared group, and what an impact replay has told of blocks"
          + " of five people and more",
      "hr-lead, who answers for the policy before it is signed, and auditors; nobody else reads it,"
          + " and no rating is changed because of it",
      Retention.REPLAYED,
      Contest.DECLARED,
      "getImpactReplay"),
  DETECTABLE_EFFECT(
      "detectableEffect",
      "To say how large a difference would have to be to be seen at all",
      "Published sizes and selection rates of declared groups",
      "HR, who then know what silence is worth",
      Retention.COUNTS,
      Contest.DECLARED,
      "getPower"),
  EVIDENCE_PARITY(
      "evidenceParity",
      "To see, before results are shared, whether the ratings of all groups rest on as much that"
          + " was seen",
      "Published counts of reviews, by declared group, in bands of how many observations they rest"
          + " on, how many of them name an impact, how old the last one is and how many criteria"
          + " have none; no text is read",
      "HR and managers, who observe where too little was; no rating is changed because of a group",
      Retention.COUNTS,
      Contest.DECLARED,
      "getEvidenceParity"),
  ACCESS_AUDIT(
      "accessAudit",
      "To find groups of which fewer apply for opportunities, are assessed, or are selected",
      "Published counts of people, by declared group, by the furthest stage that they reached with"
          + " the opportunities of a kind and year; for tests, the job that they had when they"
          + " first counted",
      "HR and a manager together, who sign a joint response to a finding; no opportunity is decided"
          + " anew because of a group",
      Retention.ACCESS,
      Contest.DECLARED,
      "getAccessAudit"),
  GROWTH(
      "growth",
      "To see whether plans come to something, whether the company gives what it owes, and whether"
          + " all groups receive and give feedback and recognition",
      "Published counts of people, by declared group and by unit, in bands: how their last plan"
          + " ended, after how many days it was agreed, which means were given, how often they"
          + " received and gave feedback; no text is read",
      "HR and managers, who look for the reason; it measures no person, ranks nobody, and no rating"
          + " is changed because of it",
      Retention.GROWTH,
      Contest.DECLARED,
      "getGrowthFigure",
      "getGrowthFigureByUnit",
      "listGrowthYears"),
  CYCLE_SHIFT(
      "cycleShift",
      "To see whether the ratings of a group moved from one cycle to the next",
      "Published counts by level of two cycles",
      "HR, who look for the reason; that a closed cycle moved as a whole is told to all who read"
          + " the agenda of governance; it blocks nothing",
      Retention.COUNTS,
      Contest.GROUP,
      "getDrift"),
  RATING_DRIFT(
      "ratingDrift",
      "To see whether ratings leave their level over the years",
      "Published counts by level of nine and more cycles",
      "HR, who look for the reason; that a closed cycle moved as a whole is told to all who read"
          + " the agenda of governance; it blocks nothing",
      Retention.COUNTS,
      Contest.GROUP,
      "getDrift"),
  RATER_SEVERITY(
      "raterSeverity",
      "To show managers how the level of their ratings lies beside that of others",
      "Published counts by level and rater, before calibration; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Retention.COUNTS,
      Contest.RATER,
      "getRaters"),
  BLIND_SEVERITY(
      "blindSeverity",
      "To tell a lenient manager from a strong team, which raterSeverity can't",
      "Blind scores of calibration sessions by rater and place of the sample, from 10 samples that"
          + " three and more scored; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Retention.BLIND_SCORES,
      Contest.RATER,
      "getRaters"),
  RANGE_RESTRICTION(
      "rangeRestriction",
      "To show managers whether they use less of the scale than others",
      "Published counts by level and rater, before calibration; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Retention.COUNTS,
      Contest.RATER,
      "getRaters"),
  CENTRAL_TENDENCY(
      "centralTendency",
      "To show managers whether they use the middle of the scale more than others",
      "Published counts by level and rater, before calibration; only in countries where it is on",
      "The manager, who sees it first; then an hr-lead, to talk about it and for nothing else",
      Retention.COUNTS,
      Contest.RATER,
      "getRaters");

  private final String output;
  private final String purpose;
  private final String inputs;
  private final String actedOnBy;
  private final String retention;
  private final String contest;
  private final List<String> operations;

  ComputedOutput(
      String output,
      String purpose,
      String inputs,
      String actedOnBy,
      String retention,
      String contest,
      String... operations) {
    this.output = output;
    this.purpose = purpose;
    this.inputs = inputs;
    this.actedOnBy = actedOnBy;
    this.retention = retention;
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
    return new RegisterEntry(output, purpose, inputs, actedOnBy, retention, contest, operations);
  }
}
