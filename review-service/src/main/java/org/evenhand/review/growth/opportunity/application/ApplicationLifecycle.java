package org.evenhand.review.growth.opportunity.application;

import static org.evenhand.review.growth.opportunity.application.ApplicationState.ACCEPTED;
import static org.evenhand.review.growth.opportunity.application.ApplicationState.ASSESSED;
import static org.evenhand.review.growth.opportunity.application.ApplicationState.DECLINED;
import static org.evenhand.review.growth.opportunity.application.ApplicationState.ELIGIBLE;
import static org.evenhand.review.growth.opportunity.application.ApplicationState.NOT_ELIGIBLE;
import static org.evenhand.review.growth.opportunity.application.ApplicationState.NOT_SELECTED;
import static org.evenhand.review.growth.opportunity.application.ApplicationState.OFFERED;
import static org.evenhand.review.growth.opportunity.application.ApplicationState.WITHDRAWN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of an application. All of an opportunity are told at once, on the day of its decision;
 * those of people who leave are withdrawn, and an offer that nobody answers is declined.
 */
public final class ApplicationLifecycle implements LifecycleSource {

  static final Lifecycle<ApplicationState> OF_APPLICATIONS =
      Lifecycle.startingAt(ELIGIBLE)
          .may(ELIGIBLE, "withdrawOpportunityApplication", WITHDRAWN)
          .may(ELIGIBLE, "declareNotEligible", NOT_ELIGIBLE)
          .may(ELIGIBLE, "assessOpportunityApplication", ELIGIBLE, ASSESSED)
          .becomes(ELIGIBLE, NOT_SELECTED)
          .becomes(ELIGIBLE, WITHDRAWN)
          .may(ASSESSED, "withdrawOpportunityApplication", WITHDRAWN)
          .may(ASSESSED, "decideOpportunityApplication")
          .becomes(ASSESSED, OFFERED)
          .becomes(ASSESSED, NOT_SELECTED)
          .becomes(ASSESSED, WITHDRAWN)
          .may(OFFERED, "acceptOffer", ACCEPTED)
          .may(OFFERED, "declineOffer", DECLINED)
          .becomes(OFFERED, DECLINED)
          .becomes(OFFERED, WITHDRAWN)
          .build();

  @Override
  public String schema() {
    return "OpportunityApplicationView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_APPLICATIONS;
  }
}
