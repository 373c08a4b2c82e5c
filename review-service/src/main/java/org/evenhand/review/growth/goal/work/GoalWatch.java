package org.evenhand.review.growth.goal.work;

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
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.moved.Follower;
import org.evenhand.review.growth.moved.Presence;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they come, go and move: a goal ends with its assignment, a manager who is new
 * is asked to stand by it, and an absence is noted. An import names those whom it is about; only
 * their goals are looked at, each in a transaction of its own.
 */
@ApplicationScoped
class GoalWatch implements Follower {

  static final String KIND = "goal-watch";

  private static final String SYSTEM = "review-service";

  /** Reads {@code g}, a goal, with {@code a} and {@code e}, its assignment and person. */
  private static final String PRESENT =
      """
      cross join lateral (select
        e.status = 'TERMINATED' or a.ended_on is not null
          or a.started_on <> g.assignment_since as ended,
        g.absence is not null and g.absence ->> 'until' is null as known_away,
        %s as manager,
        %s
        offset 0) present
      """
          .formatted(Posts.MANAGER, Presence.columns("g"));

  private static final String OTHERWISE =
      "g.state in ('DRAFT', 'PROPOSED', 'AGREED')"
          + " and (ended or present.away <> known_away or manager is distinct from g.manager_id"
          + " or changes is not null)";

  private static final String CONCERNED =
      """
      select g.id
      from moved join goal g on g.assignment_id = moved.id
      join assignment a on a.id = g.assignment_id
      join employee e on e.id = g.employee_id
      %s
      where %s
      """
          .formatted(PRESENT, OTHERWISE);

  private static final String ONE =
      """
      select a.work_location, ended, manager, %s
      from goal g
      join assignment a on a.id = g.assignment_id
      join employee e on e.id = g.employee_id
      %s
      where g.id = :goal and %s
      for update of g
      """
          .formatted(Presence.SELECTED, PRESENT, OTHERWISE);

  private final GoalRepository goals;
  private final Places places;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  GoalWatch(GoalRepository goals, Places places, SteadyLines lines, Journal journal, Clock clock) {
    this.goals = goals;
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
  public Uni<Void> run(Mutiny.Session session, UUID goal) {
    return lines
        .hold(session)
        .chain(() -> Rows.of(session, ONE).bind("goal", goal).list(row -> row))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, goal, found.get(0)));
  }

  private Uni<Void> follow(Mutiny.Session session, UUID id, Row row) {
    return places
        .at(session, row.text("work_location"))
        .map(days -> standing(row, days))
        .chain(
            standing ->
                goals
                    .find(session, id)
                    .chain(goal -> follow(session, goal.orElseThrow(), standing)));
  }

  private static Standing standing(Row row, WorkingDays days) {
    return new Standing(
        row.flag("ended"), row.orNull("manager", Row::uuid), Presence.of(row), days);
  }

  private Uni<Void> follow(Mutiny.Session session, Goal goal, Standing standing) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<String> words = standing.follow(goal, now);
    GoalFacts facts = new GoalFacts(goal, now);
    return journal.write(
        session,
        SYSTEM,
        () ->
            goal.state().isOpen()
                ? words.stream().map(facts::noted).toList()
                : List.<Fact>of(facts.closed(standing.isLate(goal, now))));
  }
}
