package org.evenhand.analytics.finding.judgement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.finding.Clearing;
import org.evenhand.analytics.finding.ComparisonOutcome;
import org.evenhand.analytics.finding.Finding;

/**
 * What a judgement changes about the findings there are.
 *
 * <p>Within the cycle that is judged anew: what comes out the same stays as it is, whatever was
 * answered; what comes out otherwise ends the earlier finding and makes one of its own. In another
 * cycle a finding is cleared when the same groups, by the same metric and on the same scale, no
 * longer reach a warning. Groups that are now too small, or hidden, clear nothing; what was cleared
 * on figures that have been corrected since comes back.
 *
 * @param found what makes a finding
 * @param cleared the findings that end, with the reason
 * @param restored the findings of earlier cycles that this one no longer clears
 */
record FindingChanges(
    List<ComparisonOutcome> found, Map<Finding, Clearing.Reason> cleared, List<Finding> restored) {

  static FindingChanges of(Cycle cycle, Assessment now, EarlierJudgements before) {
    List<ComparisonOutcome> found = new ArrayList<>(now.compared());
    found.removeIf(each -> each.verdict().isEmpty());
    Map<Finding, Clearing.Reason> cleared = new LinkedHashMap<>();
    List<Finding> restored = new ArrayList<>();
    for (Finding finding : before.upheld()) {
      Optional<ComparisonOutcome> same = now.of(finding.key()).filter(finding::says);
      if (!finding.isOf(cycle.id())) {
        if (now.hasNoWarning(finding)) {
          if (finding.endsByAnotherCycle()) {
            cleared.put(finding, Clearing.Reason.NO_LONGER_REACHED);
          }
        } else if (before.hasCleared(finding)) {
          restored.add(finding);
        }
      } else if (same.isPresent()) {
        found.remove(same.get());
      } else {
        cleared.put(
            finding,
            now.hasNoWarning(finding)
                ? Clearing.Reason.NO_LONGER_REACHED
                : Clearing.Reason.JUDGED_ANEW);
      }
    }
    return new FindingChanges(found, cleared, restored);
  }

  boolean changesNothing() {
    return found.isEmpty() && cleared.isEmpty() && restored.isEmpty();
  }
}
