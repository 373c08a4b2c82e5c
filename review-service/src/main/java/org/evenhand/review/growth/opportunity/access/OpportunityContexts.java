package org.evenhand.review.growth.opportunity.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds an opportunity with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class OpportunityContexts {

  private final OpportunityRepository opportunities;
  private final OpportunityAccess doors;
  private final Places places;
  private final Access access;
  private final Clock clock;

  OpportunityContexts(
      OpportunityRepository opportunities,
      OpportunityAccess doors,
      Places places,
      Access access,
      Clock clock) {
    this.opportunities = opportunities;
    this.doors = doors;
    this.places = places;
    this.access = access;
    this.clock = clock;
  }

  /** As the caller may see it; 404 where they may not. */
  public Uni<OpportunityContext> of(Mutiny.Session session, UUID id) {
    return access.person(session).chain(viewer -> of(session, id, viewer));
  }

  /** As {@link #of(Mutiny.Session, UUID)}, for a step: nobody else takes one until it is taken. */
  public Uni<OpportunityContext> acting(Mutiny.Session session, UUID id) {
    return access
        .acting(session)
        .chain(viewer -> opportunities.hold(session, id).chain(() -> of(session, id, viewer)));
  }

  public Uni<OpportunityContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                opportunities
                    .get(session, id)
                    .chain(found -> of(session, found, viewer, relations)));
  }

  private Uni<OpportunityContext> of(
      Mutiny.Session session,
      Opportunity opportunity,
      Viewer viewer,
      Set<OpportunityRelation> relations) {
    return places
        .at(session, opportunity.terms().workLocation())
        .map(
            days ->
                new OpportunityContext(
                    session,
                    opportunity,
                    viewer,
                    relations,
                    days,
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
