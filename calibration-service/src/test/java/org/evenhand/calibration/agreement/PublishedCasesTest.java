package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
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
  private static final Map<String, Function<JsonNode, Object>> HERE = CaseFigures.BY_METHOD;

  private static final Set<String> NOT_BUILT_YET = Set.of();

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

  @ParameterizedTest(allowZeroInvocations = true)
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
  void thereAreCasesInTheFolder() {
    assertFalse(PublishedCase.all().isEmpty());
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
}
