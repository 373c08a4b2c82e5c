package org.evenhand.calibration.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.evenhand.kit.test.cases.Numbers;

/**
 * Computes the figures of a published case from its input, in the shape in which the case has them.
 */
final class CaseFigures {
  static final Map<String, Function<JsonNode, Object>> BY_METHOD =
      Map.of(
          "krippendorff_alpha", CaseFigures::krippendorffAlpha,
          "cohen_weighted_kappa", CaseFigures::cohenKappa,
          "fleiss_kappa", CaseFigures::fleissKappa,
          "gwet_ac1_ac2", CaseFigures::gwet,
          "icc", CaseFigures::intraclass,
          "rwg", CaseFigures::withinGroup);

  private CaseFigures() {}

  private static Object krippendorffAlpha(JsonNode input) {
    if (input.has("matrix")) {
      return alphas(input);
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    for (String key : List.of("one_disagreement", "perfect", "no_variation", "unpairable")) {
      onScale(samples(input.get(key)), input.get("values"));
    }
    List<List<Integer>> outlier = samples(input.get("one_disagreement"));
    figures.put(
        "one_disagreement",
        Map.of(
            "nominal", alpha(outlier, Distance.NOMINAL).alpha(),
            "ordinal", alpha(outlier, Distance.ORDINAL).alpha()));
    figures.put("perfect", alpha(samples(input.get("perfect")), Distance.ORDINAL).alpha());
    figures.put(
        "no_variation",
        undefined(samples(input.get("no_variation")))
            + ": report insufficient variation, never 0, 1 or NaN");
    figures.put("unpairable", undefined(samples(input.get("unpairable"))));
    return figures;
  }

  private static Map<String, Object> alphas(JsonNode input) {
    told(input, "rows", "units");
    told(input, "cols", "observers");
    List<List<Integer>> samples = samples(input.get("matrix"));
    onScale(samples, input.get("values"));
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<String, Object> byDistance = new LinkedHashMap<>();
    boolean negative = samples.stream().flatMap(List::stream).anyMatch(score -> score < 0);
    for (Distance distance : Distance.values()) {
      if (!negative || distance != Distance.RATIO) {
        byDistance.put(distance.name().toLowerCase(Locale.ROOT), figure(samples, distance));
      }
    }
    figures.put("alpha", byDistance);
    if (KrippendorffAlpha.of(samples, Distance.NOMINAL) instanceof Alpha.Defined nominal) {
      figures.put("Do", nominal.observedDisagreement());
      figures.put("De", nominal.expectedDisagreement());
    }
    Coincidences coincidences = Coincidences.of(samples);
    figures.put("pairable_values", coincidences.pairable());
    List<Long> marginals = new ArrayList<>();
    List<List<Double>> cells = new ArrayList<>();
    for (JsonNode value : input.get("values")) {
      int c = position(coincidences, (int) Numbers.whole(value));
      marginals.add(c < 0 ? 0 : coincidences.marginal(c));
      List<Double> row = new ArrayList<>();
      for (JsonNode other : input.get("values")) {
        int k = position(coincidences, (int) Numbers.whole(other));
        row.add(c < 0 || k < 0 ? 0 : coincidences.cell(c, k));
      }
      cells.add(row);
    }
    figures.put("marginals_pairable", marginals);
    figures.put("coincidence", cells);
    return figures;
  }

  /** What a case says of how it is to be read is what is done. */
  private static void told(JsonNode input, String key, String known) {
    if (input.has(key) && !input.get(key).asText().equals(known)) {
      throw new IllegalArgumentException(key + " is known as " + known + " alone");
    }
  }

  private static void onScale(List<List<Integer>> samples, JsonNode values) {
    List<Integer> scale = new ArrayList<>();
    values.forEach(value -> scale.add((int) Numbers.whole(value)));
    for (List<Integer> scores : samples) {
      if (!scale.containsAll(scores)) {
        throw new IllegalArgumentException(scores + " is not on the scale " + scale);
      }
    }
  }

  private static int position(Coincidences coincidences, int value) {
    for (int i = 0; i < coincidences.size(); i++) {
      if (coincidences.value(i) == value) {
        return i;
      }
    }
    return -1;
  }

  private static Object figure(List<List<Integer>> samples, Distance distance) {
    Alpha alpha = KrippendorffAlpha.of(samples, distance);
    return alpha instanceof Alpha.Defined found ? found.alpha() : undefined(samples);
  }

  private static Alpha.Defined alpha(List<List<Integer>> samples, Distance distance) {
    return (Alpha.Defined) KrippendorffAlpha.of(samples, distance);
  }

  private static String undefined(List<List<Integer>> samples) {
    Alpha.Undefined none = (Alpha.Undefined) KrippendorffAlpha.of(samples, Distance.ORDINAL);
    return "UNDEFINED (" + none.reason().words() + ")";
  }

  private static List<List<Integer>> samples(JsonNode rows) {
    List<List<Integer>> samples = new ArrayList<>();
    for (JsonNode row : rows) {
      List<Integer> scores = new ArrayList<>();
      for (JsonNode score : row) {
        if (!score.isNull()) {
          scores.add((int) Numbers.whole(score));
        }
      }
      samples.add(scores);
    }
    return samples;
  }

  private static Object cohenKappa(JsonNode input) {
    ScorePairs pairs = ScorePairs.of(table(input.get("table")));
    CohenKappa unweighted = kappa(pairs, OtherWeights.identity(pairs.levels()));
    if (input.has("disagreement_weights")) {
      Weights weights = OtherWeights.ofDisagreement(decimals(input.get("disagreement_weights")));
      return Map.of("unweighted", unweighted.kappa(), "weighted", kappa(pairs, weights).kappa());
    }
    CohenKappa linear = kappa(pairs, OtherWeights.linear(pairs.levels()));
    return Map.of(
        "unweighted", figures(unweighted),
        "linear", figures(linear),
        "quadratic", figures(kappa(pairs, Weights.quadratic(pairs.levels()))),
        "ci95_unweighted", limits(unweighted),
        "ci95_linear", limits(linear));
  }

  private static CohenKappa kappa(ScorePairs pairs, Weights weights) {
    return CohenKappa.of(pairs, weights).orElseThrow();
  }

  private static Map<String, Double> figures(CohenKappa kappa) {
    return Map.of(
        "kappa", kappa.kappa(),
        "po", kappa.observed(),
        "pe", kappa.expected(),
        "ase", kappa.standardError(),
        "ase0", kappa.standardErrorOfNone());
  }

  private static List<Double> limits(CohenKappa kappa) {
    double half = 1.959963984540054 * kappa.standardError();
    return List.of(kappa.kappa() - half, kappa.kappa() + half);
  }

  private static Object fleissKappa(JsonNode input) {
    long[][] table = table(input.get("table"));
    List<List<Integer>> samples = new ArrayList<>();
    for (long[] counts : table) {
      List<Integer> scores = new ArrayList<>();
      for (int level = 1; level <= counts.length; level++) {
        scores.addAll(Collections.nCopies((int) counts[level - 1], level));
      }
      samples.add(scores);
    }
    FleissKappa found = FleissKappa.of(LevelTallies.of(samples, table[0].length)).orElseThrow();
    return Map.of(
        "kappa", found.kappa(),
        "P_bar", found.observed(),
        "Pe", found.expected(),
        "P_i", found.bySample(),
        "p_j", found.byLevel());
  }

  private static Object gwet(JsonNode input) {
    long[][] table = table(input.get("table"));
    List<List<Integer>> samples = new ArrayList<>();
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        samples.addAll(Collections.nCopies((int) table[i][j], List.of(i + 1, j + 1)));
      }
    }
    LevelTallies tallies = LevelTallies.of(samples, table.length);
    return Map.of(
        "ac1", figures(GwetAc.of(tallies, OtherWeights.identity(table.length)).orElseThrow()),
        "ac2_quadratic",
            figures(GwetAc.of(tallies, Weights.quadratic(table.length)).orElseThrow()));
  }

  private static Map<String, Double> figures(GwetAc found) {
    return Map.of(
        "pa", found.observed(),
        "pe", found.expected(),
        "coefficient", found.coefficient());
  }

  private static Object intraclass(JsonNode input) {
    long[][] table = table(input.get("matrix"));
    int[][] scores = new int[table.length][table[0].length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[0].length; j++) {
        scores[i][j] = (int) table[i][j];
      }
    }
    IntraclassCorrelation found = IntraclassCorrelation.of(scores);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("MSB", found.betweenSamples());
    figures.put("MSW", found.withinSamples());
    figures.put("MSJ", found.betweenRaters());
    figures.put("MSE", found.residual());
    figures.put("ICC1_1", found.oneSingle().orElseThrow());
    figures.put("ICC2_1", found.twoSingle().orElseThrow());
    figures.put("ICC3_1", found.threeSingle().orElseThrow());
    figures.put("ICC1_k", found.oneMean().orElseThrow());
    figures.put("ICC2_k", found.twoMean().orElseThrow());
    figures.put("ICC3_k", found.threeMean().orElseThrow());
    return figures;
  }

  private static Object withinGroup(JsonNode input) {
    Map<String, Object> bySample = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> published : input.get("cases").properties()) {
      List<Integer> scores = new ArrayList<>();
      for (int level = 1; level <= published.getValue().size(); level++) {
        scores.addAll(
            Collections.nCopies((int) Numbers.whole(published.getValue().get(level - 1)), level));
      }
      WithinGroupAgreement found =
          WithinGroupAgreement.of(scores, (int) Numbers.whole(input.get("A")));
      bySample.put(
          published.getKey(),
          Map.of(
              "mean", found.mean(),
              "var", found.variance(),
              "rwg", found.rwg(),
              "rwg_untruncated", found.rwgUntruncated(),
              "ad_mean", found.meanAbsoluteDeviation(),
              "awg", found.awg()));
    }
    return bySample;
  }

  private static long[][] table(JsonNode rows) {
    long[][] table = new long[rows.size()][];
    for (int i = 0; i < table.length; i++) {
      table[i] = new long[rows.get(i).size()];
      for (int j = 0; j < table[i].length; j++) {
        table[i][j] = Numbers.whole(rows.get(i).get(j));
      }
    }
    return table;
  }

  private static double[][] decimals(JsonNode rows) {
    double[][] table = new double[rows.size()][];
    for (int i = 0; i < table.length; i++) {
      table[i] = new double[rows.get(i).size()];
      for (int j = 0; j < table[i].length; j++) {
        table[i][j] = Numbers.number(rows.get(i).get(j));
      }
    }
    return table;
  }
}
