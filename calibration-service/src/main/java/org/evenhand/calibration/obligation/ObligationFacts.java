package org.evenhand.calibration.obligation;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/** What comes about with obligations: for the audit alone, and for the duty that follows. */
public final class ObligationFacts {

  /** The audit's name for an obligation. */
  public static final String AGGREGATE = "calibration-obligation";

  private ObligationFacts() {}

  public static Fact noted(Obligation obligation, String action) {
    return Fact.noted(AGGREGATE, obligation.id(), action, Map.of("version", obligation.version()));
  }
}
