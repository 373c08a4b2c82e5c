package org.evenhand.calibration.norm;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/** What comes about with norms. */
final class NormFacts {

  private static final String AGGREGATE = "norm";

  private NormFacts() {}

  static Fact noted(Norm norm, String action) {
    return Fact.noted(
        AGGREGATE, norm.id(), action, Map.of("state", norm.state(), "version", norm.version()));
  }
}
