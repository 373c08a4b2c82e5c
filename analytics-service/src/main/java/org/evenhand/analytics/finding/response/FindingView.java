package org.evenhand.analytics.finding.response;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.fairness.FairnessView.FamilyView;
import org.evenhand.analytics.fairness.FairnessView.RuleView;
import org.evenhand.analytics.finding.Clearing;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingAccess;
import org.evenhand.analytics.finding.FindingActions;
import org.evenhand.analytics.finding.FindingFigures;
import org.jspecify.annotations.Nullable;

/**
 * A finding with all its reasoning: words for whoever acts on it, and every number that it rests
 * on, as they were judged.
 */
@Schema(name = "Finding", example = FindingExample.JSON)
public record FindingView(
    UUID id,
    UUID judgementId,
    @Schema(description = "In one line") String headline,
    @Schema(description = "What was measured, and how the number reads") String measured,
    @Schema(description = "Why the verdict is as it is") List<String> reasons,
    @Schema(description = "What must not be concluded from it") String notSaid,
    @Schema(description = "What would clear it") List<String> clearedBy,
    @Schema(description = "Who has to do what now") String nextStep,
    @Schema(description = "As the list shows it") FindingSummary summary,
    @Schema(description = "All tests that the evidence was corrected for")
        @Nullable FamilyView family,
    Scale scale,
    RuleView rule,
    FindingFigures figures,
    @Nullable ResponseView response,
    @Nullable Clearing cleared,
    @Schema(description = "The ids of the operations that are open to the caller now")
        List<String> actions) {

  static FindingView of(Finding finding, FindingAccess access) {
    FindingFigures figures = finding.figures();
    return new FindingView(
        finding.id(),
        finding.judgementId(),
        FindingWords.headline(finding),
        FindingWords.measured(finding),
        figures.verdict().reasons(),
        FindingWords.notSaid(finding),
        figures.verdict().clearedBy(),
        FindingWords.nextStep(finding),
        FindingSummary.of(finding),
        figures.verdict().family(),
        finding.scale(),
        finding.rule(),
        figures,
        finding.response().map(ResponseView::of).orElse(null),
        finding.clearing().orElse(null),
        FindingActions.of(finding, access));
  }
}
