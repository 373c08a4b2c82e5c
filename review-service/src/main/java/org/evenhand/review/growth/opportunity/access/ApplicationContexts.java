package org.evenhand.review.growth.opportunity.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds an application with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class ApplicationContexts {

  private final OpportunityRepository opportunities;
  private final ApplicationRepository applications;
  private final ApplicationAccess doors;
  private final Access access;
  private final Clock clock;

  ApplicationContexts(
      OpportunityRepository opportunities,
      ApplicationRepository applications,
      ApplicationAccess doors,
      Access access,
      Clock clock) {
    this.opportunities = opportunities;
    this.applications = applications;
    this.doors = doors;
    this.access = access;
    this.clock = clock;
  }

  /** As the caller may see it; 404 where they may not. */
  public Uni<ApplicationContext> of(Mutiny.Session session, UUID id) {
    return access.person(session).chain(viewer -> of(session, id, viewer));
  }

  /** For a step: nobody else takes one on any application beside it until it is taken. */
  public Uni<ApplicationContext> acting(Mutiny.Session session, UUID id) {
    return access
        .acting(session)
        .call(() -> hold(session, id))
        .chain(viewer -> of(session, id, viewer));
  }

  private Uni<Void> hold(Mutiny.Session session, UUID id) {
    return applications
        .opportunity(session, id)
        .chain(
            found ->
                found
                    .map(opportunity -> opportunities.hold(session, opportunity))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  public Uni<ApplicationContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                applications
                    .get(session, id)
                    .chain(application -> of(session, application, viewer, relations)));
  }

  private Uni<ApplicationContext> of(
      Mutiny.Session session,
      OpportunityApplication application,
      Viewer viewer,
      Set<ApplicationRelation> relations) {
    return opportunities
        .get(session, application.opportunityId())
        .map(
            opportunity ->
                new ApplicationContext(
                    session,
                    opportunity,
                    application,
                    viewer,
                    relations,
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
