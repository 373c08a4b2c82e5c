package org.evenhand.review.growth.plan.terms;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What a company gives so that somebody can learn. */
public enum MeansKind {
  TIME,
  BUDGET,
  SEAT,
  MENTOR;

  /** Whether it is nothing without a number. */
  boolean isCounted() {
    return this == TIME || this == BUDGET;
  }

  /** What is missing to it; a number says nothing without its unit. */
  public List<Violation> missing(@Nullable String amount, @Nullable String unit, String at) {
    List<Violation> found = new ArrayList<>();
    if (isCounted() && amount == null) {
      found.add(REQUIRED.at(at + "/amount", "is needed for the kind " + this));
    }
    if (unit == null && (amount != null || isCounted())) {
      found.add(REQUIRED.at(at + "/unit", "is needed with an amount"));
    }
    return found;
  }
}
