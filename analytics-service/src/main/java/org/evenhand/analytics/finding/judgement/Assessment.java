package org.evenhand.analytics.finding.judgement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.analytics.access.StageResult;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.fairness.FairnessView;
import org.evenhand.analytics.fairness.FairnessView.GroupRole;
import org.evenhand.analytics.finding.ComparisonOutcome;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.statistics.Metric;

/**
 * What a judgement has to say of every group of a cycle.
 *
 * @param compared every comparison with its verdict
 * @param references the groups that fared best, against which the others are held; with the scale
 */
record Assessment(List<ComparisonOutcome> compared, Map<ComparisonOutcome.Key, Scale> references) {

  static Assessment of(List<FairnessView> answers) {
    Map<ComparisonOutcome.Key, Scale> references = new HashMap<>();
    for (FairnessView answer : answers) {
      Scale scale = answer.scale();
      for (FairnessView.GroupView group : answer.groups()) {
        if (scale != null && group.role() == GroupRole.REFERENCE) {
          for (Metric metric : Metric.values()) {
            references.put(
                new ComparisonOutcome.Key(
                    metric.apiName(), answer.dimension().key(), group.value()),
                scale);
          }
        }
      }
    }
    return new Assessment(ComparisonOutcome.of(answers), references);
  }

  /** What an audit of opportunities says. */
  static Assessment ofStages(List<StageResult> results) {
    List<ComparisonOutcome> compared = new ArrayList<>();
    Map<ComparisonOutcome.Key, Scale> references = new HashMap<>();
    for (StageResult result : results) {
      result
          .judged()
          .ifPresentOrElse(
              judged -> compared.add(ComparisonOutcome.of(result, judged)),
              () -> references.put(ComparisonOutcome.key(result), ComparisonOutcome.REACHED));
    }
    return new Assessment(compared, references);
  }

  Optional<ComparisonOutcome> of(ComparisonOutcome.Key key) {
    return compared.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /**
   * Whether the same groups, measured on the same scale, no longer reach a warning. Who now fares
   * best does not; of a group that is hidden or too small nothing is said.
   */
  boolean hasNoWarning(Finding finding) {
    Scale asReference = references.get(finding.key());
    return finding.scale().equals(asReference)
        || of(finding.key())
            .filter(now -> now.isNoWarning() && now.scale().equals(finding.scale()))
            .isPresent();
  }
}
