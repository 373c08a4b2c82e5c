package org.evenhand.calibration.precedent;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/**
 * What comes about with precedents. No entry holds a word of one, or whose review it comes from.
 */
public final class PrecedentFacts {

  /** The audit's name for a precedent. */
  public static final String AGGREGATE = "precedent";

  private PrecedentFacts() {}

  public static Fact noted(Precedent precedent, String action) {
    return Fact.noted(
        AGGREGATE,
        precedent.id(),
        action,
        Map.of("state", precedent.state(), "version", precedent.version()));
  }
}
