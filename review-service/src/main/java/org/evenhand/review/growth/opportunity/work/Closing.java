package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.reach.Reach;
import org.hibernate.reactive.mutiny.Mutiny;

/** Closes opportunities once their last day is over. */
@ApplicationScoped
class Closing implements DueTask {

  static final String KIND = "opportunity-closing";
  private static final String SYSTEM = "review-service";

  private final OpportunityRepository opportunities;
  private final Decisions decisions;
  private final Reach reach;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  Closing(
      OpportunityRepository opportunities,
      Decisions decisions,
      Reach reach,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.opportunities = opportunities;
    this.decisions = decisions;
    this.reach = reach;
    this.lines = lines;
    this.journal = journal;
    this.clock = clock;
  }

  /** Everywhere, because those who apply sit in many places. */
  static Instant endOf(LocalDate lastDay) {
    return WorkingDays.unknown().endOf(lastDay);
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
                opportunity.state() == OpportunityState.POSTED
                    ? close(session, opportunity)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> close(Mutiny.Session session, Opportunity opportunity) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    opportunity.close();
    CameAbout closed = () -> List.of(new OpportunityFacts(opportunity, now).noted("closed"));
    return reach
        .record(session, opportunity.id())
        .chain(() -> decisions.await(session, opportunity))
        .chain(() -> journal.write(session, SYSTEM, closed::facts));
  }
}
