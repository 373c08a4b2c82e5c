package org.evenhand.review.growth.checklist.back;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.back.ChangesView.OpenOpportunity;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess;
import org.hibernate.reactive.mutiny.Mutiny;

/** For what somebody can apply, through the same doors as elsewhere. */
@ApplicationScoped
class OpportunitiesNow {

  /** As many as a page holds at most; the others are in the list of opportunities. */
  private static final int MOST = 200;

  private final OpportunityAccess doors;
  private final OpportunityRepository opportunities;

  OpportunitiesNow(OpportunityAccess doors, OpportunityRepository opportunities) {
    this.doors = doors;
    this.opportunities = opportunities;
  }

  Uni<List<OpenOpportunity>> of(Mutiny.Session session, Viewer viewer) {
    return doors
        .applicable(session, viewer, MOST)
        .chain(found -> opportunities.byIds(session, found))
        .map(found -> found.stream().map(OpportunitiesNow::view).toList());
  }

  private static OpenOpportunity view(Opportunity opportunity) {
    return new OpenOpportunity(
        opportunity.id(),
        opportunity.kind(),
        opportunity.terms().title(),
        opportunity.openUntil().orElseThrow());
  }
}
