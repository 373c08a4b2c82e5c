package org.evenhand.analytics.statistics;

import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.cases.PublishedCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every published worked example of a statistic of fairness, within its tolerance. */
class PublishedCasesTest {

  private static final Set<String> IN_CALIBRATION_SERVICE =
      Set.of(
          "cohen_weighted_kappa",
          "fleiss_kappa",
          "gwet_ac1_ac2",
          "icc",
          "krippendorff_alpha",
          "rwg");

  @TestFactory
  Stream<DynamicTest> theFiguresHold() {
    return PublishedCases.of(CaseFigures.BY_METHOD, IN_CALIBRATION_SERVICE);
  }
}
