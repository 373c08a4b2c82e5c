package org.evenhand.calibration.check;

import java.util.List;
import java.util.Map;
import org.evenhand.calibration.obligation.Obligation;
import org.evenhand.calibration.obligation.ObligationFacts;
import org.evenhand.kit.data.step.Fact;

/** What comes about with checks: for the audit alone, and without what was looked at. */
final class CheckFacts {

  /** The audit's name for a check. */
  private static final String AGGREGATE = "calibration-check";

  private CheckFacts() {}

  static List<Fact> noted(Check check, Obligation of, String action) {
    return List.of(
        Fact.noted(AGGREGATE, check.id(), action, Map.of("kind", check.kind())),
        ObligationFacts.noted(of, "check-" + action));
  }
}
