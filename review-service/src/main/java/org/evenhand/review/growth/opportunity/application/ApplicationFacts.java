package org.evenhand.review.growth.opportunity.application;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/** What came about with an application, as the journal takes it. No subscriber hears of one. */
public final class ApplicationFacts {

  /** The audit's name for an application. */
  public static final String AGGREGATE = "opportunity-application";

  private ApplicationFacts() {}

  public static Fact noted(OpportunityApplication application, String what) {
    return Fact.noted(
        AGGREGATE,
        application.id(),
        what,
        Map.of("state", application.state(), "version", application.version()));
  }
}
