package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
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
import org.evenhand.review.growth.opportunity.reach.Reach;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Decides an opportunity at a moment that is fixed beforehand, and not with the last verdict or
 * where nobody has applied: else whoever leads one of those who could apply would learn from the
 * day whether that one has. Everybody is told, with their reasons, in the same moment. Where
 * somebody has no verdict yet, or more are selected than there are places, it is looked at again
 * when the next working day ends.
 */
@ApplicationScoped
class Decisions implements DueTask {

  static final String KIND = "opportunity-decision";

  private static final String SYSTEM = "review-service";

  /** Before the duty to decide is late. */
  private static final int WORKING_DAYS = 15;

  private static final int WORKING_DAYS_TO_ANSWER = 10;

  private final OpportunityRepository opportunities;
  private final ApplicationRepository applications;
  private final Reach reach;
  private final Applicants applicants;
  private final Places places;
  private final SteadyLines lines;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  Decisions(
      OpportunityRepository opportunities,
      ApplicationRepository applications,
      Reach reach,
      Applicants applicants,
      Places places,
      SteadyLines lines,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.opportunities = opportunities;
    this.applications = applications;
    this.reach = reach;
    this.applicants = applicants;
    this.places = places;
    this.lines = lines;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  /** As an opportunity closes. */
  Uni<Void> await(Mutiny.Session session, Opportunity opportunity) {
    LocalDate lastDay = opportunity.openUntil().orElseThrow();
    return places
        .at(session, opportunity.terms().workLocation())
        .chain(
            days ->
                dueWork.schedule(
                    session, KIND, opportunity.id(), days.endOf(days.plus(lastDay, WORKING_DAYS))));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return lines
        .hold(session)
        .chain(() -> opportunities.hold(session, id))
        .chain(() -> opportunities.get(session, id))
        .chain(
            opportunity ->
                opportunity.state() == OpportunityState.CLOSED
                    ? look(session, opportunity)
                    : Uni.createFrom().voidItem());
  }

  /** Whoever has left isn't offered it, though nobody may have looked since. */
  private Uni<Void> look(Mutiny.Session session, Opportunity opportunity) {
    return applicants
        .follow(session, opportunity, clock.instant())
        .chain(left -> journal.write(session, SYSTEM, left::facts))
        .chain(() -> places.at(session, opportunity.terms().workLocation()))
        .chain(days -> decide(session, opportunity, days));
  }

  private Uni<Void> decide(Mutiny.Session session, Opportunity opportunity, WorkingDays days) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return applications
        .isReady(session, opportunity.id())
        .chain(
            ready ->
                ready
                    ? applications
                        .of(session, opportunity.id(), ApplicationState.ASSESSED)
                        .chain(
                            all ->
                                tell(
                                    session,
                                    new OpportunityFacts(opportunity, now),
                                    all,
                                    days.today(now),
                                    days))
                    : dueWork.schedule(
                        session,
                        KIND,
                        opportunity.id(),
                        days.endOf(days.onOrAfter(days.today(now)))));
  }

  private Uni<Void> tell(
      Mutiny.Session session,
      OpportunityFacts facts,
      List<OpportunityApplication> all,
      LocalDate today,
      WorkingDays days) {
    LocalDate answerUntil = days.plus(today, WORKING_DAYS_TO_ANSWER);
    return applicants
        .onLeave(session, facts.opportunity().id())
        .invoke(
            away ->
                all.forEach(
                    each -> each.tell(today, answerUntil, away.contains(each.employeeId()))))
        .chain(() -> told(session, facts, all, today));
  }

  private Uni<Void> told(
      Mutiny.Session session,
      OpportunityFacts facts,
      List<OpportunityApplication> all,
      LocalDate today) {
    UUID id = facts.opportunity().id();
    facts
        .opportunity()
        .decide(today, all.stream().anyMatch(each -> each.state() == ApplicationState.OFFERED));
    return applicants
        .await(session, id)
        .chain(() -> reach.begin(session, facts.opportunity()))
        .chain(
            turnout ->
                journal.write(
                    session,
                    SYSTEM,
                    () ->
                        Stream.concat(
                                Stream.of(facts.decided(turnout)),
                                all.stream().map(each -> ApplicationFacts.noted(each, "told")))
                            .toList()));
  }
}
