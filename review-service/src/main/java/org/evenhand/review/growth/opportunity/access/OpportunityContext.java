package org.evenhand.review.growth.opportunity.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * All that a step on an opportunity has at hand.
 *
 * @param days of the place where it is
 */
public record OpportunityContext(
    Mutiny.Session session,
    Opportunity opportunity,
    Viewer viewer,
    Set<OpportunityRelation> relations,
    WorkingDays days,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  public long version() {
    return opportunity.version();
  }

  public LocalDate today() {
    return days.today(at);
  }

  /** What came about, as the journal takes it. */
  public OpportunityFacts facts() {
    return new OpportunityFacts(opportunity, at);
  }
}
