package org.evenhand.review.growth.plan.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.moved.Follower;
import org.evenhand.review.growth.moved.Presence;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanFacts;
import org.evenhand.review.growth.plan.PlanRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they come, go and move: a plan ends with its assignment, pauses while the
 * person is away, and a manager who is new is asked to stand by it. An import names those whom it
 * is about; only their plans are looked at, each in a transaction of its own.
 */
@ApplicationScoped
public class PlanWatch implements Follower {

  /** Of due work about a plan that has to be looked at. */
  public static final String KIND = "plan-watch";

  private static final String SYSTEM = "review-service";

  /** Reads {@code p}, a plan, with {@code a} and {@code e}, its assignment and person. */
  private static final String PRESENT =
      """
      cross join lateral (select
        e.status = 'TERMINATED' or a.ended_on is not null
          or a.started_on <> p.assignment_since as ended,
        p.absences -> 'all' -> -1 ->> 'since' is not null
          and p.absences -> 'all' -> -1 ->> 'until' is null as known_away,
        %s as manager,
        %s
        offset 0) present
      """
          .formatted(Posts.MANAGER, Presence.columns("p"));

  private static final String OTHERWISE =
      "(ended or present.away <> known_away or manager is distinct from p.manager_id"
          + " or changes is not null)";

  private static final String CONCERNED =
      """
      select p.id
      from moved join development_plan p on p.assignment_id = moved.id
      join assignment a on a.id = p.assignment_id
      join employee e on e.id = p.employee_id
      %s
      where p.closed_on is null and %s
      """
          .formatted(PRESENT, OTHERWISE);

  private static final String ONE =
      """
      select a.work_location, ended, manager, %s
      from development_plan p
      join assignment a on a.id = p.assignment_id
      join employee e on e.id = p.employee_id
      %s
      where p.id = :plan and p.closed_on is null and %s
      for update of p
      """
          .formatted(Presence.SELECTED, PRESENT, OTHERWISE);

  private final PlanRepository plans;
  private final Places places;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  PlanWatch(PlanRepository plans, Places places, SteadyLines lines, Journal journal, Clock clock) {
    this.plans = plans;
    this.lines = lines;
    this.places = places;
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
        .chain(() -> Rows.of(session, ONE).bind("plan", plan).list(row -> row))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, plan, found.get(0)));
  }

  private Uni<Void> follow(Mutiny.Session session, UUID id, Row row) {
    return places
        .at(session, row.text("work_location"))
        .map(days -> standing(row, days))
        .chain(
            standing ->
                plans
                    .find(session, id)
                    .chain(plan -> follow(session, plan.orElseThrow(), standing)));
  }

  private static PlanStanding standing(Row row, WorkingDays days) {
    return new PlanStanding(
        row.flag("ended"), row.orNull("manager", Row::uuid), Presence.of(row), days);
  }

  private Uni<Void> follow(Mutiny.Session session, DevelopmentPlan plan, PlanStanding standing) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<String> words = standing.follow(plan, now);
    PlanFacts facts = new PlanFacts(plan, now);
    return journal.write(session, SYSTEM, () -> told(plan, words, facts));
  }

  private static List<Fact> told(DevelopmentPlan plan, List<String> words, PlanFacts facts) {
    return plan.state().isOpen()
        ? words.stream().map(facts::noted).toList()
        : List.of(facts.closed());
  }
}
