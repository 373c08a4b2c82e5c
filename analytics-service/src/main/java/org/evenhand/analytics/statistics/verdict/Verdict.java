package org.evenhand.analytics.statistics.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.stratified.StratifiedEffect;

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
    /** Evidence of a difference that the jobs which the groups hold account for. */
    EXPLAINED,
    /** A size without evidence, evidence without a size, or a small size with evidence. */
    WATCH,
    /** A size at its level, with evidence. */
    WARN,
    /**
     * A critical size, with evidence, that shows within jobs too or for the second cycle in a row.
     */
    CRITICAL;

    /** Whether somebody has to answer it. */
    public boolean isAnswered() {
      return compareTo(WARN) >= 0;
    }
  }

  /**
   * The figures of a comparison.
   *
   * @param reference the group held against
   * @param focalPeople n of the group
   * @param referencePeople n of the reference group
   * @param effect in the metric's unit; empty where it has no value
   * @param interval of the effect
   * @param behind whether the group fares worse than the reference
   * @param size by the metric's thresholds
   * @param significance the test and its p; empty where there is nothing to test
   * @param q Benjamini-Hochberg within the family; empty for what is not in it
   * @param family what p was corrected within, in words
   * @param familySize how many tests the family holds
   * @param look how many of the ratings were in; before all are, q is that of the bound of this
   *     look
   * @param stratified the comparison within job families and levels; empty where there is none
   */
  public record Basis(
      String reference,
      long focalPeople,
      long referencePeople,
      OptionalDouble effect,
      Optional<Interval> interval,
      boolean behind,
      Size size,
      Optional<Significance> significance,
      OptionalDouble q,
      String family,
      int familySize,
      InterimLook look,
      Optional<Stratified> stratified) {}

  /**
   * The comparison within strata as far as it may be known. The figures are rounded to what a
   * reader needs: with all their digits, a few strata could be worked out from them.
   *
   * @param value in the metric's unit, to two decimals
   * @param interval of the value, to two decimals
   * @param significance the test, and its p to two digits
   * @param q Benjamini-Hochberg among the stratified tests of the family, to two digits
   * @param homogeneityP whether the strata agree, to two digits; empty where that isn't tested
   * @param size by the metric's thresholds
   * @param strata how many both groups are in
   * @param people how many people are in those
   */
  public record Stratified(
      OptionalDouble value,
      Optional<Interval> interval,
      Significance significance,
      OptionalDouble q,
      OptionalDouble homogeneityP,
      Size size,
      int strata,
      long people) {

    static Stratified of(StratifiedEffect effect, OptionalDouble q) {
      return new Stratified(
          Rounded.twoDecimals(effect.value()),
          effect.interval().map(Rounded::twoDecimals),
          new Significance(
              effect.significance().test(), Rounded.twoDigits(effect.significance().p())),
          Rounded.twoDigits(q),
          Rounded.twoDigits(effect.homogeneityP()),
          effect.size(),
          effect.strata(),
          effect.people());
    }
  }
}
