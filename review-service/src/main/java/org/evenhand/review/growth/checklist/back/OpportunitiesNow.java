package org.evenhand.review.growth.checklist.back;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.back.ChangesView.OpenOpportunity;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess.Filter;
import org.evenhand.review.growth.opportunity.access.OpportunityRelation;
import org.hibernate.reactive.mutiny.Mutiny;

/** For what somebody can apply, through the same doors as elsewhere. */
@ApplicationScoped
class OpportunitiesNow {

  /** As many as a page holds at most; all of them are in the list of opportunities. */
  private static final int MOST = 200;

  private static final Filter POSTED = new Filter(OpportunityState.POSTED, null, null);

  private final OpportunityAccess doors;
  private final OpportunityRepository opportunities;

  OpportunitiesNow(OpportunityAccess doors, OpportunityRepository opportunities) {
    this.doors = doors;
    this.opportunities = opportunities;
  }

  Uni<List<OpenOpportunity>> of(Mutiny.Session session, Viewer viewer) {
    return doors
        .list(session, viewer, POSTED, null, MOST)
        .map(
            seen ->
                seen.entrySet().stream()
                    .filter(each -> each.getValue().contains(OpportunityRelation.ELIGIBLE))
                    .map(Map.Entry::getKey)
                    .toList())
        .chain(eligible -> opportunities.byIds(session, eligible))
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
