package org.evenhand.analytics.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is concluded about one group in one metric, and everything that the conclusion rests on.
 *
 * <p>It states a difference and how sure that is. Why the difference is there, numbers don't say,
 * and neither does a verdict; nothing changes a rating because of one.
 *
 * @param outcome the conclusion
 * @param dimension the partition's key
 * @param group the group's key
 * @param metric what was measured
 * @param basis the figures; empty for what may not be shown or has no figures
 * @param rule the rule that decided, with its version
 * @param reasons why, in sentences
 * @param clearedBy what would clear it, in words; empty when there is nothing to clear
 */
public record Verdict(
    Outcome outcome,
    String dimension,
    String group,
    Metric metric,
    Optional<Basis> basis,
    VerdictRule rule,
    List<String> reasons,
    List<String> clearedBy) {

  public Verdict {
    reasons = List.copyOf(reasons);
    clearedBy = List.copyOf(clearedBy);
  }

  /** The conclusions, from what can't be said to what has to be answered. */
  public enum Outcome {
    /** Too few people to show anything. */
    SUPPRESSED,
    /** Too few people to conclude anything. */
    INSUFFICIENT,
    /** Those who declared nothing: shown, not judged. */
    COVERAGE,
    /** Neither a size worth a note nor evidence of a difference. */
    NONE,
    /** A size without evidence, evidence without a size, or a small size with evidence. */
    WATCH,
    /** A size at its level, with evidence. */
    WARN
  }

  /**
   * The figures of a comparison.
   *
   * @param reference the group held against
   * @param focalPeople n of the group
   * @param referencePeople n of the reference group
   * @param effect in the metric's unit; empty where it has no value
   * @param interval of the effect
   * @param size by the metric's thresholds
   * @param significance the test and its p; empty where there is nothing to test
   * @param q Benjamini-Hochberg within the family; empty for what is not in it
   * @param family what p was corrected within, in words
   * @param familySize how many tests the family holds
   */
  public record Basis(
      String reference,
      long focalPeople,
      long referencePeople,
      OptionalDouble effect,
      Optional<Interval> interval,
      Size size,
      Optional<Significance> significance,
      OptionalDouble q,
      String family,
      int familySize) {}
}
