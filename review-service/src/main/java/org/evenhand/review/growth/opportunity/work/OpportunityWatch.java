package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.moved.Follower;
import org.evenhand.review.growth.opportunity.Assessors;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they go and as lines change: whoever leaves applies for nothing and assesses
 * nobody any more, also when they come back, an offer waits for whoever is away, and who may assess
 * whom follows the lines.
 */
@ApplicationScoped
class OpportunityWatch implements Follower {

  private static final String KIND = "opportunity-watch";
  private static final String SYSTEM = "review-service";

  /** Whose line has changed has been told of, or is below somebody who has. */
  private static final String CONCERNED =
      """
      with near as (
        select told.id from told
        union
        select below.employee from told
          join reporting_line below on below.above = told.id and below.relationship = 'LINE'),
      theirs as (
        select s.opportunity_id from near
          join opportunity_assessor s on s.employee_id = near.id
        union
        select p.opportunity_id from near
          join opportunity_application p on p.employee_id = near.id
        where p.state in ('ELIGIBLE', 'ASSESSED', 'OFFERED'))
      select o.id from theirs join opportunity o on o.id = theirs.opportunity_id
      where o.state in ('DRAFT', 'POSTED', 'CLOSED', 'DECIDED')
      """;

  private final OpportunityRepository opportunities;
  private final Applicants applicants;
  private final Assessors assessors;
  private final Answers answers;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  OpportunityWatch(
      OpportunityRepository opportunities,
      Applicants applicants,
      Assessors assessors,
      Answers answers,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.opportunities = opportunities;
    this.applicants = applicants;
    this.assessors = assessors;
    this.answers = answers;
    this.lines = lines;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String concerned() {
    return CONCERNED;
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
        .chain(opportunity -> follow(session, opportunity));
  }

  /** Also where nobody has left: who may assess whom may be otherwise, and so what they owe. */
  private Uni<Void> follow(Mutiny.Session session, Opportunity opportunity) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CameAbout followed = () -> List.of(new OpportunityFacts(opportunity, now).noted("followed"));
    return assessors
        .removeGone(session, opportunity.id())
        .chain(() -> applicants.follow(session, opportunity, now))
        .chain(
            came ->
                answers
                    .follow(session, opportunity, now)
                    .map(ended -> followed.and(ended).and(came)))
        .chain(came -> journal.write(session, SYSTEM, came::facts));
  }
}
