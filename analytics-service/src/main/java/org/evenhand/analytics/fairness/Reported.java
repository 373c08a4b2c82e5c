package org.evenhand.analytics.fairness;

import java.util.List;
import java.util.Set;
import org.evenhand.analytics.fairness.FairnessView.CliffsDeltaView;
import org.evenhand.analytics.fairness.FairnessView.ImpactRatioView;
import org.evenhand.analytics.fairness.FairnessView.VerdictView;

/**
 * Effects without their tests. The one formal test of a cycle is of the edition at the proposal to
 * share; a test of what appeals have made of it would give a fluke a second chance.
 */
final class Reported {

  static final String OUTCOME = "REPORTED";

  private static final Set<String> CONCLUDES_NOTHING =
      Set.of("SUPPRESSED", "INSUFFICIENT", "COVERAGE");

  private Reported() {}

  static ImpactRatioView of(ImpactRatioView tested) {
    return new ImpactRatioView(
        tested.reference(),
        tested.referenceRate(),
        tested.ratio(),
        tested.interval(),
        tested.belowFourFifths(),
        null,
        null,
        null,
        tested.difference(),
        tested.differenceInterval(),
        tested.cohenH(),
        null,
        of(tested.verdict()));
  }

  static CliffsDeltaView of(CliffsDeltaView tested) {
    return new CliffsDeltaView(
        tested.reference(),
        tested.delta(),
        tested.interval(),
        null,
        null,
        null,
        of(tested.verdict()));
  }

  private static VerdictView of(VerdictView tested) {
    return CONCLUDES_NOTHING.contains(tested.outcome())
        ? tested
        : new VerdictView(
            OUTCOME,
            tested.size(),
            null,
            null,
            List.of(
                "What appeals and later changes have made of it. Tested was the edition at the"
                    + " proposal to share, and nothing is tested anew."),
            List.of());
  }
}
