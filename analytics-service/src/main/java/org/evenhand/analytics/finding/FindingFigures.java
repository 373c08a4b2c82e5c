package org.evenhand.analytics.finding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.fairness.FairnessView.CliffsDeltaView;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.fairness.FairnessView.VerdictView;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.statistics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of a finding as they were judged; of the two metrics it has the one that it is of.
 */
@Schema(name = "FindingFigures")
public record FindingFigures(
    @Schema(description = "n of the group; at a stage, who came to the one before") long people,
    @Schema(description = "Rated at or above the favourable level, or who came to the stage")
        long selected,
    @Schema(description = "selected / people") double rate,
    @Schema(description = "Absent where the group's figures are of the edition that was judged")
        @Nullable FigureSource carriedFrom,
    @Schema(description = "The same of the reference group's figures")
        @Nullable FigureSource referenceCarriedFrom,
    @Nullable ImpactRatioView impactRatio,
    @Nullable CliffsDeltaView cliffsDelta) {

  /** Whether the numbers are the same, of whichever edition they are. */
  boolean saysTheSame(FindingFigures other) {
    return withoutSources().equals(other.withoutSources());
  }

  private FindingFigures withoutSources() {
    return new FindingFigures(people, selected, rate, null, null, impactRatio, cliffsDelta);
  }

  Metric metric() {
    return impactRatio != null ? Metric.IMPACT_RATIO : Metric.CLIFFS_DELTA;
  }

  /** Whether the group fared worse than the reference; by the ratio the reference fares best. */
  boolean faresWorse() {
    Double value = effect().value();
    return impactRatio != null || (value != null && value < 0);
  }

  public VerdictView verdict() {
    return impactRatio != null ? impactRatio.verdict() : delta().verdict();
  }

  public @Nullable String reference() {
    return impactRatio != null ? impactRatio.reference() : delta().reference();
  }

  public EffectView effect() {
    return impactRatio != null
        ? new EffectView(impactRatio.ratio(), impactRatio.interval())
        : new EffectView(delta().delta(), delta().interval());
  }

  private CliffsDeltaView delta() {
    if (cliffsDelta == null) {
      throw new IllegalStateException("A finding is of one metric");
    }
    return cliffsDelta;
  }
}
