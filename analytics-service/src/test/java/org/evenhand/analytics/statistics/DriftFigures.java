package org.evenhand.analytics.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.analytics.statistics.monitoring.DistributionDrift;
import org.evenhand.analytics.statistics.monitoring.Wasserstein;
import org.evenhand.analytics.statistics.tests.ChiSquare;
import org.evenhand.kit.test.cases.Numbers;

/** The figures of the cases about distributions that move. */
final class DriftFigures {
  private DriftFigures() {}

  static Object chiSquare(JsonNode input) {
    long[][] table = new long[input.get("table").size()][];
    for (int i = 0; i < table.length; i++) {
      JsonNode row = input.get("table").get(i);
      table[i] = new long[row.size()];
      for (int j = 0; j < table[i].length; j++) {
        table[i][j] = Numbers.whole(row.get(j));
      }
    }
    ChiSquare found = ChiSquare.of(table).orElseThrow();
    return Map.of("chi2", found.statistic(), "df", found.degreesOfFreedom(), "p", found.p());
  }

  static Object drift(JsonNode input) {
    DistributionDrift drift =
        new DistributionDrift(
            CaseFigures.levels(input.get("reference")), CaseFigures.levels(input.get("current")));
    ChiSquare chiSquare = drift.chiSquare().orElseThrow();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("ks_D", drift.kolmogorovSmirnov());
    figures.put("wasserstein1", drift.wasserstein());
    figures.put("psi", drift.psi().orElseThrow());
    figures.put("psi_smoothed_half", drift.psiSmoothed());
    figures.put("chi2", chiSquare.statistic());
    figures.put("chi2_df", chiSquare.degreesOfFreedom());
    figures.put("chi2_p", chiSquare.p());
    figures.put("tvd", drift.totalVariation());
    figures.put("js_divergence_nats", drift.jensenShannon());
    figures.put("mean_shift", drift.meanShift());
    figures.put("cramers_v", chiSquare.cramersV());
    figures.put("mann_whitney_z", drift.mannWhitney().orElseThrow().z());
    figures.put("cliff_delta_b_minus_a", drift.cliffsDelta().delta());
    figures.put("psi_95_critical_yurdakul", drift.psiCritical().orElseThrow());
    return figures;
  }

  static Object wasserstein(JsonNode input) {
    List<Double> distances = new ArrayList<>();
    for (JsonNode pair : input) {
      distances.add(
          Wasserstein.distance(
              weighted(pair.get("u"), pair.path("u_weights")),
              weighted(pair.get("v"), pair.path("v_weights"))));
    }
    return distances;
  }

  private static Map<Double, Long> weighted(JsonNode values, JsonNode weights) {
    Map<Double, Long> counts = new TreeMap<>();
    if (!weights.isMissingNode() && weights.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " values, " + weights.size() + " weights");
    }
    for (int i = 0; i < values.size(); i++) {
      long weight = weights.isMissingNode() ? 1 : Numbers.whole(weights.get(i));
      counts.merge(Numbers.number(values.get(i)), weight, Long::sum);
    }
    return counts;
  }
}
