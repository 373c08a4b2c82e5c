package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.moved.Follower;
import org.evenhand.review.growth.moved.Presence;
import org.evenhand.review.growth.remediation.RemediationFacts;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they come, go and move: a plan ends with its assignment, pauses while the
 * person is away, and a manager who is new is asked to stand by it or to end it. An import names
 * those whom it is about; only their plans are looked at, each in a transaction of its own.
 */
@ApplicationScoped
public class RemediationWatch implements Follower {

  /** Of due work about a plan that has to be looked at. */
  static final String KIND = "remediation-watch";

  private static final String SYSTEM = "review-service";

  /** Reads {@code p}, a plan, with {@code a} and {@code e}, its assignment and person. */
  private static final String PRESENT =
      """
      cross join lateral (select
        e.status = 'TERMINATED' or a.ended_on is not null
          or a.started_on <> p.assignment_since as ended,
        %s as companion_gone,
        %s as hr,
        %s as manager,
        %s
        offset 0) present
      """
          .formatted(
              Exits.since(
                  "cast(p.companion ->> 'employeeId' as uuid)",
                  "cast(p.companion ->> 'statusSeen' as bigint)"),
              HrOfUnit.OF_PLAN,
              Posts.MANAGER,
              Presence.columns("p"));

  private static final String OTHERWISE =
      "(ended or present.away <> p.away or companion_gone or hr is distinct from p.hr_id"
          + " or manager is distinct from p.manager_id or changes is not null)";

  private static final String CONCERNED =
      """
      select p.id
      from (
        select l.id from moved join remediation_plan l on l.assignment_id = moved.id
        union
        select l.id from remediation_plan l
        where l.closed_on is null and (l.hr_id in (select told.id from told)
          or cast(l.companion ->> 'employeeId' as uuid) in (select told.id from told))) found
      join remediation_plan p on p.id = found.id
      join assignment a on a.id = p.assignment_id
      join employee e on e.id = p.employee_id
      %s
      where p.closed_on is null and %s
      """
          .formatted(PRESENT, OTHERWISE);

  private static final String ONE =
      """
      select a.work_location, ended, companion_gone, hr, manager, %s
      from remediation_plan p
      join assignment a on a.id = p.assignment_id
      join employee e on e.id = p.employee_id
      %s
      where p.id = :plan and p.closed_on is null and %s
      for update of p
      """
          .formatted(Presence.SELECTED, PRESENT, OTHERWISE);

  private final RemediationRepository plans;
  private final RemediationClock ticking;
  private final Places places;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  RemediationWatch(
      RemediationRepository plans,
      RemediationClock ticking,
      Places places,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.plans = plans;
    this.ticking = ticking;
    this.places = places;
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
  public Uni<Void> run(Mutiny.Session session, UUID plan) {
    return lines
        .hold(session)
        .chain(
            () ->
                Rows.of(session, ONE)
                    .bind("plan", plan)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .atMostOne(row -> row))
        .chain(
            found ->
                found
                    .map(row -> follow(session, plan, row))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> follow(Mutiny.Session session, UUID id, Row row) {
    return places
        .at(session, row.text("work_location"))
        .chain(
            days ->
                plans
                    .find(session, id)
                    .map(Optional::orElseThrow)
                    .chain(plan -> follow(session, plan, row, days)));
  }

  private Uni<Void> follow(
      Mutiny.Session session, RemediationPlan plan, Row row, WorkingDays days) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<String> words = standing(row, days).follow(plan, now);
    return ticking
        .set(session, plan, days)
        .chain(
            () ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> words.stream().map(word -> RemediationFacts.noted(plan, word)).toList()));
  }

  private static RemediationStanding standing(Row row, WorkingDays days) {
    return new RemediationStanding(
        row.flag("ended"),
        row.flag("companion_gone"),
        row.orNull("manager", Row::uuid),
        row.orNull("hr", Row::uuid),
        Presence.of(row),
        days);
  }
}
