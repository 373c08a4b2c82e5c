package org.evenhand.review.growth.opportunity;

import static org.evenhand.review.growth.opportunity.OpportunityState.CLOSED;
import static org.evenhand.review.growth.opportunity.OpportunityState.DECIDED;
import static org.evenhand.review.growth.opportunity.OpportunityState.DRAFT;
import static org.evenhand.review.growth.opportunity.OpportunityState.FILLED;
import static org.evenhand.review.growth.opportunity.OpportunityState.POSTED;
import static org.evenhand.review.growth.opportunity.OpportunityState.UNFILLED;
import static org.evenhand.review.growth.opportunity.OpportunityState.WITHDRAWN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of an opportunity. It closes on its day, is decided on another, and ends with the last
 * answer to an offer.
 */
public final class OpportunityLifecycle implements LifecycleSource {

  static final Lifecycle<OpportunityState> OF_OPPORTUNITIES =
      Lifecycle.startingAt(DRAFT)
          .may(DRAFT, "changeOpportunity")
          .may(DRAFT, "postOpportunity", POSTED)
          .may(DRAFT, "nameAssessor")
          .may(DRAFT, "releaseAssessor")
          .may(DRAFT, "withdrawOpportunity", WITHDRAWN)
          .may(POSTED, "nameAssessor")
          .may(POSTED, "releaseAssessor")
          .may(POSTED, "applyForOpportunity")
          .may(POSTED, "withdrawOpportunity", WITHDRAWN)
          .becomes(POSTED, CLOSED)
          .may(CLOSED, "nameAssessor")
          .may(CLOSED, "releaseAssessor")
          .may(CLOSED, "withdrawOpportunity", WITHDRAWN)
          .becomes(CLOSED, DECIDED)
          .becomes(CLOSED, UNFILLED)
          .becomes(DECIDED, FILLED)
          .becomes(DECIDED, UNFILLED)
          .build();

  @Override
  public String schema() {
    return "OpportunityView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_OPPORTUNITIES;
  }
}
