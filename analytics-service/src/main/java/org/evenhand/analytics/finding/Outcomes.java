package org.evenhand.analytics.finding;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a judgement came to which outcome, by metric. */
@Schema(name = "JudgementOutcomes")
public record Outcomes(SortedMap<String, SortedMap<String, Integer>> byMetric) {

  static Outcomes of(List<ComparisonOutcome> all) {
    SortedMap<String, SortedMap<String, Integer>> byMetric = new TreeMap<>();
    for (ComparisonOutcome each : all) {
      byMetric
          .computeIfAbsent(each.key().metric(), metric -> new TreeMap<>())
          .merge(each.outcome(), 1, Integer::sum);
    }
    return new Outcomes(byMetric);
  }
}
