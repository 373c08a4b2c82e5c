package org.evenhand.review.growth.plan;

import static org.evenhand.review.growth.plan.PlanState.ACTIVE;
import static org.evenhand.review.growth.plan.PlanState.CARRIED_OVER;
import static org.evenhand.review.growth.plan.PlanState.CLOSED_UNMET;
import static org.evenhand.review.growth.plan.PlanState.COMPLETED;
import static org.evenhand.review.growth.plan.PlanState.DRAFT;
import static org.evenhand.review.growth.plan.PlanState.PAUSED;
import static org.evenhand.review.growth.plan.PlanState.PROPOSED;
import static org.evenhand.review.growth.plan.PlanState.WITHDRAWN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a development plan. By itself it pauses, goes on, and ends with its assignment. */
public final class PlanLifecycle implements LifecycleSource {

  static final Lifecycle<PlanState> OF_PLANS =
      Lifecycle.startingAt(DRAFT)
          .may(DRAFT, "changeDevelopmentPlan")
          .may(DRAFT, "wishInDevelopmentPlan")
          .may(DRAFT, "proposeDevelopmentPlan", PROPOSED)
          .may(DRAFT, "withdrawDevelopmentPlan", WITHDRAWN)
          .becomes(DRAFT, WITHDRAWN)
          .may(PROPOSED, "changeDevelopmentPlan")
          .may(PROPOSED, "wishInDevelopmentPlan")
          .may(PROPOSED, "agreeDevelopmentPlan", PROPOSED, ACTIVE, PAUSED)
          .may(PROPOSED, "withdrawDevelopmentPlan", DRAFT, WITHDRAWN)
          .becomes(PROPOSED, WITHDRAWN)
          .may(ACTIVE, "changeDevelopmentPlan")
          .may(ACTIVE, "wishInDevelopmentPlan")
          .may(ACTIVE, "agreeDevelopmentPlan")
          .may(ACTIVE, "withdrawDevelopmentPlan")
          .may(ACTIVE, "confirmDevelopmentPlan")
          .may(ACTIVE, "endDevelopmentAction")
          .may(ACTIVE, "holdCheckpoint")
          .may(ACTIVE, "deliverMeans")
          .may(ACTIVE, "completeDevelopmentPlan", COMPLETED)
          .may(ACTIVE, "closeDevelopmentPlan", CLOSED_UNMET)
          .may(ACTIVE, "carryOverDevelopmentPlan", CARRIED_OVER)
          .may(ACTIVE, "citeDevelopmentPlan")
          .may(ACTIVE, "withdrawDevelopmentPlanCitation")
          .becomes(ACTIVE, PAUSED)
          .becomes(ACTIVE, CLOSED_UNMET)
          .may(PAUSED, "wishInDevelopmentPlan")
          .may(PAUSED, "withdrawDevelopmentPlan")
          .may(PAUSED, "confirmDevelopmentPlan")
          .may(PAUSED, "deliverMeans")
          .may(PAUSED, "citeDevelopmentPlan")
          .may(PAUSED, "withdrawDevelopmentPlanCitation")
          .becomes(PAUSED, ACTIVE)
          .becomes(PAUSED, CLOSED_UNMET)
          .may(COMPLETED, "citeDevelopmentPlan")
          .may(COMPLETED, "withdrawDevelopmentPlanCitation")
          .may(CLOSED_UNMET, "citeDevelopmentPlan")
          .may(CLOSED_UNMET, "withdrawDevelopmentPlanCitation")
          .may(CARRIED_OVER, "citeDevelopmentPlan")
          .may(CARRIED_OVER, "withdrawDevelopmentPlanCitation")
          .build();

  @Override
  public String schema() {
    return "DevelopmentPlanView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_PLANS;
  }
}
