package org.evenhand.analytics.finding.response;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.access.Stage;
import org.evenhand.analytics.fairness.FairnessView.DimensionName;
import org.evenhand.analytics.finding.EffectView;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingFigures;
import org.evenhand.analytics.finding.FindingState;
import org.evenhand.analytics.finding.FindingVerdict;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** A finding in a list. */
@Schema(name = "FindingSummary", example = FindingExample.SUMMARY)
public record FindingSummary(
    UUID id,
    @Schema(
            description =
                "What was judged: a cycle, or the opportunities of a kind that were decided in a"
                    + " year; then the origin is OPPORTUNITIES")
        CycleView cycle,
    String metric,
    @Schema(description = "Of opportunities, the stage; absent where ratings are compared")
        @Nullable Stage stage,
    DimensionName dimension,
    String group,
    @Nullable String reference,
    FindingVerdict verdict,
    FindingState state,
    @Schema(description = "n of the group") long people,
    EffectView effect,
    @Schema(description = "Benjamini-Hochberg, within the family") @Nullable Double q,
    Instant raisedAt) {

  static FindingSummary of(Finding finding) {
    FindingFigures figures = finding.figures();
    return new FindingSummary(
        finding.id(),
        new CycleView(finding.cycleId(), finding.cycleKey(), finding.origin()),
        finding.key().metric(),
        finding.stage().orElse(null),
        new DimensionName(finding.key().dimension(), finding.dimensionLabel()),
        finding.key().group(),
        figures.reference(),
        finding.verdict(),
        finding.state(),
        figures.people(),
        figures.effect(),
        figures.verdict().q(),
        finding.raisedAt());
  }
}
