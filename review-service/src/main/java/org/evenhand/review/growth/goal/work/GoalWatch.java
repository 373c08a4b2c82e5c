package org.evenhand.review.growth.goal.work;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.growth.goal.Closing;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.Outcome;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Follows people as they come, go and move. Found by looking at how they and their assignments
 * stand, so that nothing that is missed or told twice leaves a goal behind: a goal ends with its
 * assignment, a manager who is new is asked to stand by it, and an absence is noted.
 */
@ApplicationScoped
class GoalWatch implements DueTask, OrgChanges {

  static final String KIND = "goal-watch";

  private static final String SYSTEM = "review-service";
  private static final int CHUNK = 200;

  private static final String NEXT =
      """
      select g.id, ended, away, known_away, manager
      from goal g
      join assignment a on a.id = g.assignment_id
      join employee e on e.id = g.employee_id
      cross join lateral (select
        e.status = 'TERMINATED' or a.ended_on is not null or a.started_on > g.created_on as ended,
        e.status = 'ON_LEAVE' as away,
        g.absence is not null and g.absence ->> 'until' is null as known_away,
        %s as manager
        offset 0) present
      where g.state in ('DRAFT', 'PROPOSED', 'AGREED')
        and (ended or away <> known_away or manager is distinct from g.manager_id)
      order by g.id
      limit %d
      for update of g
      """
          .formatted(Posts.MANAGER, CHUNK);

  /** How things stand for a goal, where the goal doesn't say so yet. */
  private record Finding(
      UUID goal, boolean ended, boolean away, boolean knownAway, @Nullable UUID manager) {}

  private final GoalRepository goals;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  GoalWatch(GoalRepository goals, Journal journal, DueWork dueWork, Clock clock) {
    this.goals = goals;
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
  public Uni<Void> run(Mutiny.Session session, UUID because) {
    return Rows.of(session, NEXT)
        .list(
            row ->
                new Finding(
                    row.uuid("id"),
                    row.flag("ended"),
                    row.flag("away"),
                    row.flag("known_away"),
                    row.orNull("manager", Row::uuid)))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, found).chain(() -> taken(session, because)));
  }

  private Uni<Void> follow(Mutiny.Session session, List<Finding> found) {
    Map<UUID, Finding> byGoal =
        found.stream().collect(Collectors.toMap(Finding::goal, Function.identity()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return goals
        .byIds(session, byGoal.keySet())
        .chain(
            concerned -> {
              Map<Goal, List<String>> happened = new LinkedHashMap<>();
              concerned.forEach(
                  goal ->
                      happened.put(goal, follow(goal, requireNonNull(byGoal.get(goal.id())), now)));
              return journal.write(session, SYSTEM, () -> facts(happened, now));
            });
  }

  /** In words of the audit; a goal that has ended says so by its state. */
  private List<String> follow(Goal goal, Finding finding, Instant now) {
    LocalDate today = LocalDate.now(clock);
    if (finding.ended()) {
      goal.close(new Closing(Outcome.DROPPED, null, null, null, now, null), today);
      return List.of();
    }
    List<String> words = new ArrayList<>();
    if (finding.away() != finding.knownAway()) {
      if (finding.away()) {
        goal.leaveBegan(today);
      } else {
        goal.leaveEnded(today);
      }
      words.add(finding.away() ? "leave-began" : "leave-ended");
    }
    if (!Objects.equals(finding.manager(), goal.managerId().orElse(null))) {
      goal.reportTo(finding.manager());
      words.add("manager-changed");
    }
    return words;
  }

  private static List<Fact> facts(Map<Goal, List<String>> happened, Instant now) {
    return happened.entrySet().stream()
        .flatMap(
            each -> {
              GoalFacts told = new GoalFacts(each.getKey(), now);
              return each.getKey().state().isOpen()
                  ? each.getValue().stream().map(told::noted)
                  : Stream.of(told.closed());
            })
        .toList();
  }
}
