package org.evenhand.analytics.fairness;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** How the groups of a dimension fared in a cycle, and what can be concluded from it. */
@Schema(name = "Fairness", example = FairnessExample.JSON)
public record FairnessView(
    CycleView cycle,
    DimensionName dimension,
    Phase phase,
    Visibility state,
    @Schema(description = "The state in words") String note,
    @Schema(description = "Groups below this size are not shown") int leastGroup,
    ReleaseView release,
    @Nullable Scale scale,
    @Schema(description = "When the edition was made") @Nullable Instant publishedAt,
    @Schema(description = "All people; not shown when a group is hidden") @Nullable Long people,
    @Schema(description = "Ratings left out, being on another scale") long onOtherScales,
    @Schema(description = "Absent when all ratings were in, and from the proposal to share on")
        @Nullable InterimView interim,
    RuleView rule,
    List<GroupView> groups) {

  /** The dimension's key and label. */
  @Schema(name = "DimensionName")
  public record DimensionName(String key, String label) {}

  /** A look while the cycle is open, by Lan and DeMets' bounds of O'Brien and Fleming's type. */
  @Schema(name = "InterimLook")
  public record InterimView(
      @Schema(description = "Of the ratings that are expected, how many are in: 0 to 1")
          double share,
      @Schema(description = "What the z of a single test has to pass at this share") double bound,
      String note) {}

  /** What decides about the verdicts. */
  @Schema(name = "VerdictRule")
  public record RuleView(
      String name,
      String version,
      @Schema(description = "Evidence is a q below this") double evidenceBelow,
      @Schema(description = "How far a verdict can go, and why") String limit) {}

  /** What a group is in the comparison. */
  @Schema(name = "FairnessGroupRole")
  public enum GroupRole {
    /** The highest rate among the declared groups of at least 2 % of all. */
    REFERENCE,
    COMPARED,
    /** Those who declared nothing: figures, but neither a finding nor the reference. */
    COVERAGE,
    /** Shown, without anything sound to hold it against. */
    NOT_COMPARED,
    SUPPRESSED
  }

  /** A group with its figures, or named as hidden with the rule that hides it. */
  @Schema(name = "FairnessGroup")
  public record GroupView(
      String value,
      GroupRole role,
      boolean suppressed,
      @Nullable String rule,
      @Nullable Long n,
      @Schema(description = "Rated at or above the favourable level") @Nullable Long selected,
      @Schema(description = "selected / n") @Nullable Double rate,
      @Schema(
              description =
                  "n / all people. A group under .02 is compared like others, but is never the"
                      + " reference. Absent where a group is hidden")
          @Nullable Double share,
      @Schema(description = "Absent where the figures are of the edition and phase that is shown")
          @Nullable FigureSource carriedFrom,
      @Nullable ImpactRatioView impactRatio,
      @Nullable CliffsDeltaView cliffsDelta) {}

  /** A 95 % confidence interval. */
  @Schema(name = "ConfidenceInterval")
  public record IntervalView(double low, double high) {}

  /** The test that fits the numbers; p is two-sided. */
  @Schema(name = "SignificanceTest")
  public record TestView(String name, double p) {}

  /** The selection rate of the group over that of the reference. */
  @Schema(name = "ImpactRatio")
  public record ImpactRatioView(
      @Nullable String reference,
      @Nullable Double referenceRate,
      @Schema(description = "Absent when nobody of the reference group is selected")
          @Nullable Double ratio,
      @Schema(description = "Katz's interval of the ratio") @Nullable IntervalView interval,
      @Schema(description = "Decided in integers: 5·x·N < 4·X·n") @Nullable Boolean belowFourFifths,
      @Schema(description = "Fisher's exact test where an expected cell is under 5, else Z")
          @Nullable TestView test,
      @Nullable PooledZView z,
      @Schema(description = "Two-sided p of Fisher's exact test") @Nullable Double fisherP,
      @Schema(description = "Rate minus reference rate") @Nullable Double difference,
      @Schema(description = "Newcombe's interval of the difference")
          @Nullable IntervalView differenceInterval,
      @Nullable Double cohenH,
      @Nullable StratifiedView stratified,
      VerdictView verdict) {}

  /**
   * The difference among people in the same job family and level, over all of these together. The
   * figures are rounded, because with all their digits a few strata could be worked out from them.
   */
  @Schema(name = "StratifiedEffect")
  public record StratifiedView(
      @Schema(description = "In the metric's unit: a Mantel-Haenszel ratio, or van Elteren's delta")
          @Nullable Double value,
      @Nullable IntervalView interval,
      @Schema(description = "Cochran-Mantel-Haenszel for the ratio, van Elteren for the delta")
          TestView test,
      @Schema(description = "Benjamini-Hochberg, among the stratified tests of the family")
          @Nullable Double q,
      @Schema(description = "Breslow and Day's test, by Tarone: low where strata differ among them")
          @Nullable Double homogeneityP,
      @Schema(description = "How large the effect is, whatever the evidence") String size,
      @Schema(description = "Job family and level pairs that both groups are in") int strata,
      @Schema(description = "People of both groups in these") long people) {}

  /** The Z test of two rates, pooled, without a continuity correction. */
  @Schema(name = "PooledZ")
  public record PooledZView(double z, double p) {}

  /**
   * How much oftener a person of the group is rated higher than one of the reference than lower.
   */
  @Schema(name = "CliffsDelta")
  public record CliffsDeltaView(
      @Nullable String reference,
      @Nullable Double delta,
      @Nullable IntervalView interval,
      @Nullable TestView test,
      @Nullable BrunnerMunzelView brunnerMunzel,
      @Nullable StratifiedView stratified,
      VerdictView verdict) {}

  /** The test of Brunner and Munzel. */
  @Schema(name = "BrunnerMunzel")
  public record BrunnerMunzelView(double statistic, double degreesOfFreedom, double p) {}

  /** What is concluded, and what it rests on. It never says why there is a difference. */
  @Schema(name = "FairnessVerdict")
  public record VerdictView(
      @Schema(
              description =
                  "SUPPRESSED, INSUFFICIENT, COVERAGE, NONE, EXPLAINED, WATCH, WARN or CRITICAL;"
                      + " REPORTED once a live cycle is closed, when nothing is tested anew")
          String outcome,
      @Schema(description = "How large the effect is, whatever the evidence") @Nullable String size,
      @Schema(description = "Benjamini-Hochberg, within the family") @Nullable Double q,
      @Schema(description = "What p was corrected within") @Nullable FamilyView family,
      List<String> reasons,
      List<String> clearedBy) {}

  /** All tests of a metric in a cycle, over every dimension. */
  @Schema(name = "TestFamily")
  public record FamilyView(String name, int tests) {}
}
