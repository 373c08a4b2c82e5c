package org.evenhand.calibration.agreement;

import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.cases.PublishedCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every published worked example of a coefficient of agreement, within its tolerance. */
class PublishedCasesTest {

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

  @TestFactory
  Stream<DynamicTest> theFiguresHold() {
    return PublishedCases.of(CaseFigures.BY_METHOD, IN_ANALYTICS_SERVICE);
  }
}
