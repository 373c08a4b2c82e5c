package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What follows for an opportunity from the answers to its offers, and from offers that nobody has
 * answered: each is declined when its last day is over everywhere, so that none keeps a place from
 * others. For whoever is on leave it waits.
 */
@ApplicationScoped
class Answers implements DueTask {

  static final String KIND = "opportunity-answers";

  private static final String SYSTEM = "review-service";

  private final OpportunityRepository opportunities;
  private final ApplicationRepository applications;
  private final Applicants applicants;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  Answers(
      OpportunityRepository opportunities,
      ApplicationRepository applications,
      Applicants applicants,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.opportunities = opportunities;
    this.applications = applications;
    this.applicants = applicants;
    this.lines = lines;
    this.journal = journal;
    this.clock = clock;
  }

  /** Asked after each change of an application, while the opportunity is held. */
  Uni<CameAbout> follow(Mutiny.Session session, Opportunity opportunity, Instant now) {
    if (opportunity.state() != OpportunityState.DECIDED) {
      return Uni.createFrom().item(CameAbout.NOTHING);
    }
    return applications
        .isAny(session, opportunity.id(), ApplicationState.OFFERED)
        .chain(
            open ->
                open
                    ? Uni.createFrom().item(CameAbout.NOTHING)
                    : applications
                        .isAny(session, opportunity.id(), ApplicationState.ACCEPTED)
                        .map(filled -> end(opportunity, filled, now)));
  }

  private static CameAbout end(Opportunity opportunity, boolean filled, Instant now) {
    opportunity.end(filled);
    return () ->
        List.of(new OpportunityFacts(opportunity, now).noted(filled ? "filled" : "unfilled"));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return lines
        .hold(session)
        .chain(() -> opportunities.hold(session, id))
        .chain(() -> opportunities.get(session, id))
        .chain(
            opportunity ->
                applicants
                    .follow(session, opportunity, now)
                    .chain(
                        came ->
                            lapsed(session, id, now)
                                .chain(
                                    lapsed ->
                                        follow(session, opportunity, now)
                                            .map(ended -> ended.and(came).and(lapsed)))))
        .chain(came -> journal.write(session, SYSTEM, came::facts));
  }

  /** What is left waits on. */
  private Uni<CameAbout> lapsed(Mutiny.Session session, UUID id, Instant now) {
    return applications
        .of(session, id, ApplicationState.OFFERED)
        .map(offered -> offered.stream().filter(each -> isOver(each, now)).toList())
        .invoke(over -> over.forEach(each -> each.answer(false)))
        .call(() -> applicants.await(session, id))
        .map(
            over ->
                () -> over.stream().map(each -> ApplicationFacts.noted(each, "lapsed")).toList());
  }

  private static boolean isOver(OpportunityApplication offered, Instant now) {
    return offered
        .answerTime()
        .filter(time -> !time.standsStill() && !now.isBefore(Closing.endOf(time.until())))
        .isPresent();
  }
}
