package org.evenhand.review.growth.goal.work;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.MovedPosts;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Follows people as they come, go and move. Found by looking at how they and their assignments
 * stand whom an import has told of, so that nothing that is told twice leaves a goal behind: a goal
 * ends with its assignment, a manager who is new is asked to stand by it, and an absence is noted.
 * Looks at some in one transaction, until none is left.
 */
@ApplicationScoped
class GoalWatch implements DueTask, OrgChanges {

  static final String KIND = "goal-watch";

  private static final String SYSTEM = "review-service";
  private static final int CHUNK = 200;

  private static final String NEXT =
      """
      with %s
      select g.id, a.work_location, ended, away, manager, last_change,
        cast(coalesce(changes, '[]') as text) as changes
      from goal g
      join assignment a on a.id = g.assignment_id
      join employee e on e.id = g.employee_id
      cross join lateral (select
        e.status = 'TERMINATED' or a.ended_on is not null
          or a.started_on <> g.assignment_since as ended,
        e.status = 'ON_LEAVE' as away,
        g.absence is not null and g.absence ->> 'until' is null as known_away,
        %s as manager,
        (select jsonb_agg(jsonb_build_object('status', s.status, 'on', s.changed_on) order by s.id)
         from status_change s where s.employee_id = g.employee_id and s.id > g.status_seen)
          as changes,
        coalesce(
          (select max(s.id) from status_change s where s.employee_id = g.employee_id),
          g.status_seen) as last_change
        offset 0) present
      where g.state in ('DRAFT', 'PROPOSED', 'AGREED')
        and g.assignment_id in (select id from moved)
        and (ended or away <> known_away or manager is distinct from g.manager_id
          or changes is not null)
      order by g.id
      limit %d
      for update of g
      """
          .formatted(MovedPosts.FOUND, Posts.MANAGER, CHUNK);

  private static final TypeReference<List<Standing.Change>> CHANGES = new TypeReference<>() {};

  /** How things stand for a goal, where the goal doesn't say so yet. */
  private record Finding(
      UUID goal,
      String workLocation,
      boolean ended,
      boolean away,
      @Nullable UUID manager,
      List<Standing.Change> changes,
      long lastChange) {

    Standing standing(Map<String, WorkingDays> places) {
      return new Standing(
          ended, away, manager, changes, lastChange, requireNonNull(places.get(workLocation)));
    }
  }

  private final GoalRepository goals;
  private final Places places;
  private final SteadyLines lines;
  private final MovedPosts moved;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  GoalWatch(
      GoalRepository goals,
      Places places,
      SteadyLines lines,
      MovedPosts moved,
      Journal journal,
      DueWork dueWork,
      Clock clock) {
    this.goals = goals;
    this.lines = lines;
    this.moved = moved;
    this.places = places;
    this.journal = journal;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return dueWork.schedule(session, KIND, importId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID importId) {
    return lines
        .hold(session)
        .chain(() -> moved.toldSince(session, importId))
        .chain(since -> Rows.of(session, NEXT).bind("toldSince", since).list(GoalWatch::finding))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, found).chain(() -> taken(session, importId)));
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.uuid("id"),
        row.text("work_location"),
        row.flag("ended"),
        row.flag("away"),
        row.orNull("manager", Row::uuid),
        row.json("changes", CHANGES),
        row.bigint("last_change"));
  }

  private Uni<Void> follow(Mutiny.Session session, List<Finding> found) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return places
        .atAll(session, found.stream().map(Finding::workLocation).toList())
        .map(
            days ->
                found.stream()
                    .collect(Collectors.toMap(Finding::goal, finding -> finding.standing(days))))
        .chain(
            standing ->
                goals
                    .byIds(session, standing.keySet())
                    .chain(concerned -> follow(session, concerned, standing, now)));
  }

  private Uni<Void> follow(
      Mutiny.Session session, List<Goal> concerned, Map<UUID, Standing> standing, Instant now) {
    Map<Goal, List<String>> happened = new LinkedHashMap<>();
    concerned.forEach(
        goal -> happened.put(goal, requireNonNull(standing.get(goal.id())).follow(goal, now)));
    return journal.write(session, SYSTEM, () -> facts(happened, standing, now));
  }

  private static List<Fact> facts(
      Map<Goal, List<String>> happened, Map<UUID, Standing> standing, Instant now) {
    return happened.entrySet().stream()
        .flatMap(
            each -> {
              Goal goal = each.getKey();
              GoalFacts told = new GoalFacts(goal, now);
              return goal.state().isOpen()
                  ? each.getValue().stream().map(told::noted)
                  : Stream.of(
                      told.closed(requireNonNull(standing.get(goal.id())).isLate(goal, now)));
            })
        .toList();
  }
}
