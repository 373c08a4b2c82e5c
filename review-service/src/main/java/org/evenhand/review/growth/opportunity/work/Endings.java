package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Ends the applications to an opportunity that is taken back, in parts: whoever takes it back waits
 * for the first of them alone. Why it is taken back is read by all from the beginning, since the
 * opportunity says it.
 */
@ApplicationScoped
class Endings implements DueTask {

  private static final String KIND = "opportunity-endings";
  private static final String SYSTEM = "review-service";
  private static final int PART = 500;

  private final OpportunityRepository opportunities;
  private final ApplicationRepository applications;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  Endings(
      OpportunityRepository opportunities,
      ApplicationRepository applications,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.opportunities = opportunities;
    this.applications = applications;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return opportunities
        .hold(session, id)
        .chain(() -> part(session, id))
        .chain(ended -> journal.write(session, SYSTEM, ended::facts));
  }

  /** While the opportunity is held. */
  Uni<CameAbout> part(Mutiny.Session session, UUID id) {
    return applications
        .first(session, id, PART, ApplicationState.ELIGIBLE, ApplicationState.ASSESSED)
        .invoke(part -> part.forEach(OpportunityApplication::endWithOpportunity))
        .call(
            part ->
                part.size() < PART
                    ? Uni.createFrom().voidItem()
                    : dueWork.schedule(session, KIND, id, clock.instant()))
        .map(
            part ->
                () -> part.stream().map(each -> ApplicationFacts.noted(each, "ended")).toList());
  }
}
