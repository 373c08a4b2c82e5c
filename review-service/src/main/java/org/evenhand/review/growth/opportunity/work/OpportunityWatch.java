package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.moved.Follower;
import org.evenhand.review.growth.opportunity.Assessors;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they go and as lines change: whoever leaves applies for nothing and assesses
 * nobody any more, and who may assess whom follows the lines.
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

  private static final String LEFT =
      """
      select p.id from opportunity_application p join employee e on e.id = p.employee_id
      where p.opportunity_id = :opportunity and p.state in ('ELIGIBLE', 'ASSESSED', 'OFFERED')
        and (e.status = 'TERMINATED' or exists (select 1 from status_change s
          where s.employee_id = p.employee_id and s.id > p.status_seen
            and s.status = 'TERMINATED'))
      order by p.id
      """;

  private final OpportunityRepository opportunities;
  private final ApplicationRepository applications;
  private final Assessors assessors;
  private final Answers answers;
  private final SteadyLines lines;
  private final Idempotency idempotency;
  private final Journal journal;
  private final Clock clock;

  OpportunityWatch(
      OpportunityRepository opportunities,
      ApplicationRepository applications,
      Assessors assessors,
      Answers answers,
      SteadyLines lines,
      Idempotency idempotency,
      Journal journal,
      Clock clock) {
    this.opportunities = opportunities;
    this.applications = applications;
    this.assessors = assessors;
    this.answers = answers;
    this.lines = lines;
    this.idempotency = idempotency;
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
        .chain(() -> left(session, opportunity.id()))
        .chain(
            left ->
                answers
                    .follow(session, opportunity, now)
                    .map(
                        came ->
                            followed
                                .and(came)
                                .and(
                                    () ->
                                        left.stream()
                                            .map(each -> ApplicationFacts.noted(each, "withdrawn"))
                                            .toList())))
        .chain(came -> journal.write(session, SYSTEM, came::facts));
  }

  private Uni<List<OpportunityApplication>> left(Mutiny.Session session, UUID opportunity) {
    return Rows.of(session, LEFT)
        .bind("opportunity", opportunity)
        .list(row -> row.uuid("id"))
        .call(
            ids ->
                ids.isEmpty() ? Uni.createFrom().voidItem() : idempotency.takeWords(session, ids))
        .chain(ids -> applications.byIds(session, ids))
        .invoke(left -> left.forEach(OpportunityApplication::withdraw));
  }
}
