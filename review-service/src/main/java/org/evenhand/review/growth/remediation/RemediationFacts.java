package org.evenhand.review.growth.remediation;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/**
 * What came about with a remediation plan, for the audit alone: that a step was taken, by whom, and
 * where it led. No event tells of it.
 */
public final class RemediationFacts {

  /** The audit's name for a remediation plan. */
  public static final String AGGREGATE = "remediation-plan";

  private RemediationFacts() {}

  public static Fact noted(RemediationPlan plan, String what) {
    return Fact.noted(
        AGGREGATE, plan.id(), what, Map.of("state", plan.state(), "version", plan.version()));
  }
}
