package org.evenhand.analytics.drift;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;
import org.jspecify.annotations.Nullable;

/** How the ratings of one group moved over the cycles of a line. */
@Schema(name = "Drift", example = DriftExample.JSON)
record DriftView(
    @Schema(examples = "orgUnit") String dimension,
    @Schema(examples = "Finance") String value,
    Phase phase,
    View.Scope scope,
    @Schema(description = "What the series is, in words") String note,
    @Schema(description = "Groups below this size are not shown; 0 where you may read the ratings")
        int leastGroup,
    @Nullable Scale scale,
    @Schema(description = "The level from which on a rating counts into the share")
        @Nullable Integer level,
    @Schema(description = "The cycles in the order of time") List<PointView> points,
    @Schema(description = "cycleShift, from each shown cycle to the next shown one")
        List<ShiftView> shifts,
    RatingDriftView ratingDrift,
    @Schema(description = "Cycles in between that are of another line") List<LeftOutView> leftOut) {

  /** One cycle of the series. */
  @Schema(name = "DriftPoint")
  record PointView(
      CycleView cycle,
      @Schema(description = "When its ratings count from") Instant at,
      PointState state,
      ReleaseView release,
      @Schema(description = "The rule that hides it") @Nullable String rule,
      @Schema(description = "When the edition was made") @Nullable Instant publishedAt,
      @Schema(description = "Absent where the figures are of the edition and phase that is shown")
          @Nullable FigureSource carriedFrom,
      @Nullable Long people,
      @Schema(description = "In rating points") @Nullable Double mean,
      @Schema(description = "At or above the level, 0 to 1") @Nullable Double share,
      @Schema(description = "Whether it is of the baseline; absent without one")
          @Nullable Boolean baseline,
      @Schema(description = "The mean in standard errors from the baseline's") @Nullable Double z,
      @Nullable CusumView cusum,
      @Nullable EwmaView ewma,
      @Nullable ShareLimitsView shareLimits) {}

  /** The sums after a point, in standard errors. */
  @Schema(name = "DriftCusum")
  record CusumView(double upper, double lower) {}

  /** The moving average at a point, with its limits. */
  @Schema(name = "DriftEwma")
  record EwmaView(double z, double low, double high, boolean out) {}

  /** Where the share of a point would lie by the baseline. */
  @Schema(name = "DriftShareLimits")
  record ShareLimitsView(double low, double high, boolean out) {}

  /** From one cycle to the next. */
  @Schema(name = "CycleShift")
  record ShiftView(
      CycleView from,
      CycleView to,
      DriftVerdict verdict,
      @Schema(description = "NONE, NOTE, WARN or CRITICAL, whatever the evidence")
          @Nullable String size,
      @Nullable DeltaView cliffsDelta,
      @Schema(description = "The later mean minus the earlier one, in rating points")
          @Nullable Double meanShift,
      @Schema(description = "Wasserstein-1: how far people would have to move, in rating points")
          @Nullable Double wasserstein,
      @Nullable ChiSquareView chiSquare,
      @Nullable DistancesView distances) {}

  /** Cliff's delta, positive when ratings went up. */
  @Schema(name = "ShiftDelta")
  record DeltaView(
      double delta,
      @Schema(description = "Lower limit of the 95 % interval") @Nullable Double low,
      @Schema(description = "Upper limit of the 95 % interval") @Nullable Double high,
      @Nullable String test,
      @Nullable Double p,
      @Schema(description = "Corrected for the other tests of the same two cycles")
          @Nullable Double q,
      int tests) {}

  /** Whether any share changed. */
  @Schema(name = "ShiftChiSquare")
  record ChiSquareView(double statistic, int degreesOfFreedom, double p, double cramersV) {}

  /** Sizes without a test that would hold for a few tied levels. */
  @Schema(name = "ShiftDistances")
  record DistancesView(
      @Schema(description = "Absent where a level is used in one of the cycles only")
          @Nullable Double psi,
      double psiSmoothed,
      @Schema(description = "What psi exceeds once in twenty though nothing changed")
          @Nullable Double psiCritical,
      double kolmogorovSmirnov,
      @Schema(description = "In nats, 0 to 0.693") double jensenShannon) {}

  /** The later cycles compared with the first eight. */
  @Schema(name = "RatingDrift")
  record RatingDriftView(
      DriftVerdict verdict,
      @Schema(description = "The keys of its cycles") List<String> baseline,
      @Nullable Double mean,
      @Schema(description = "Of a person within a cycle, in rating points")
          @Nullable Double deviation,
      @Schema(description = "How much more than chance the means of the baseline differ; 1 or more")
          @Nullable Double overDispersion,
      @Nullable Double share,
      @Schema(description = "Laney's: above 1 the limits are that much wider than a binomial's")
          @Nullable Double shareOverDispersion) {}

  /** A cycle that is not of the line. */
  @Schema(name = "DriftLeftOut")
  record LeftOutView(CycleView cycle, String reason) {}
}
