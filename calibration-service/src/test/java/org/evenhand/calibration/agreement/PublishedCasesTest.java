package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every published worked example of a coefficient of agreement, within its tolerance.
 *
 * <p>{@code -Dfairness.cases=DIR} takes the cases from another folder. A method that neither this
 * module, nor analytics-service, nor the list of what isn't built yet knows fails by its name.
 */
class PublishedCasesTest {
  private static final Map<String, Function<JsonNode, Object>> HERE =
      Map.of("krippendorff_alpha", PublishedCasesTest::krippendorffAlpha);

  private static final Set<String> NOT_BUILT_YET =
      Set.of("cohen_weighted_kappa", "fleiss_kappa", "gwet_ac1_ac2", "icc", "rwg");

  private static final Set<String> IN_ANALYTICS_SERVICE =
      Set.of(
          "adverse_impact",
          "alpha_spending",
          "benjamini_hochberg",
          "chi_square",
          "cliff_delta",
          "cochran_mantel_haenszel",
          "cohen_h",
          "cusum",
          "distribution_drift",
          "eb_shrinkage_oneway",
          "ewma",
          "fisher_exact",
          "four_fifths",
          "laney_p_prime",
          "newcombe_difference",
          "ordinal_two_group",
          "p_chart",
          "rater_effect",
          "small_cell_suppression",
          "stratified_ordinal_cmh",
          "wasserstein",
          "wilson_interval");

  private static final Set<String> RAN = new TreeSet<>();

  static Stream<PublishedCase> cases() {
    return PublishedCase.all().stream()
        .filter(published -> !IN_ANALYTICS_SERVICE.contains(published.method()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFiguresHold(PublishedCase published) {
    Assumptions.assumeFalse(
        NOT_BUILT_YET.contains(published.method()), published.method() + " is not built yet");
    Function<JsonNode, Object> method = HERE.get(published.method());
    if (method == null) {
      fail(published.id() + ": no method called " + published.method());
      return;
    }
    assertEquals(List.of(), published.differences(method.apply(published.input())), published.id());
    RAN.add(published.id());
  }

  @Test
  void noMethodIsInTwoLists() {
    Set<String> seen = new TreeSet<>(HERE.keySet());
    assertTrue(NOT_BUILT_YET.stream().allMatch(seen::add));
    assertTrue(IN_ANALYTICS_SERVICE.stream().allMatch(seen::add));
  }

  @Test
  void aMissingOrWrongFigureIsSeen() throws IOException {
    JsonNode expected = new ObjectMapper().readTree("{\"a\": [1, 2.5], \"p\": 4e-10, \"b\": true}");
    PublishedCase published = new PublishedCase("", "", expected, expected, 1e-6);

    assertEquals(
        List.of(),
        published.differences(Map.of("a", List.of(1, 2.5000001), "p", 4e-10, "b", true)));
    assertEquals(1, published.differences(Map.of("a", List.of(1, 2.5), "b", true, "p", 0)).size());
    assertEquals(
        3, published.differences(Map.of("a", List.of(1, 2.6), "p", 5e-10, "b", false)).size());
    assertEquals(3, published.differences(Map.of("a", List.of(1))).size());
  }

  @AfterAll
  static void sayHowManyRan() {
    System.out.println("Published cases held: " + RAN.size() + " " + RAN);
  }

  private static Object krippendorffAlpha(JsonNode input) {
    if (input.has("matrix")) {
      return alphas(input);
    }
    Map<String, Object> figures = new LinkedHashMap<>();
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
    List<List<Integer>> samples = samples(input.get("matrix"));
    Map<String, Object> byDistance = new LinkedHashMap<>();
    for (Distance distance : Distance.values()) {
      byDistance.put(distance.name().toLowerCase(Locale.ROOT), alpha(samples, distance).alpha());
    }
    Alpha.Defined nominal = alpha(samples, Distance.NOMINAL);
    Coincidences coincidences = nominal.coincidences();
    List<Long> marginals = new ArrayList<>();
    List<List<Double>> cells = new ArrayList<>();
    for (int c = 0; c < coincidences.size(); c++) {
      marginals.add(coincidences.marginal(c));
      List<Double> row = new ArrayList<>();
      for (int k = 0; k < coincidences.size(); k++) {
        row.add(coincidences.cell(c, k));
      }
      cells.add(row);
    }
    return Map.of(
        "alpha",
        byDistance,
        "Do",
        nominal.observedDisagreement(),
        "De",
        nominal.expectedDisagreement(),
        "pairable_values",
        coincidences.pairable(),
        "marginals_pairable",
        marginals,
        "coincidence",
        cells);
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
          scores.add(score.asInt());
        }
      }
      samples.add(scores);
    }
    return samples;
  }
}
