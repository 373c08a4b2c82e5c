package org.evenhand.review.growth.goal.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.access.GoalAccess;
import org.evenhand.review.growth.goal.access.GoalPermissions;
import org.evenhand.review.growth.goal.access.GoalRelation;
import org.hibernate.reactive.mutiny.Mutiny;

/** What goals ask of people. */
@Singleton
class GoalDuties implements DutyRule {

  private static final String PLACES =
      "select employee_id, work_location from assignment where main and employee_id = any(:ids)";

  private static final String LEADERS = "select id, manager_id from goal where id = any(:ids)";

  private static final String LED =
      """
      select led.id from goal led
      where led.closed_on is null
        and (led.manager_id = :me or led.manager_id in (select id from below))
      """;

  private final GoalRepository goals;
  private final GoalAccess doors;
  private final Access access;

  GoalDuties(GoalRepository goals, GoalAccess doors, Access access) {
    this.goals = goals;
    this.doors = doors;
    this.access = access;
  }

  @Override
  public String aggregateType() {
    return GoalFacts.AGGREGATE;
  }

  @Override
  public List<GoalDuty> kinds() {
    return List.of(GoalDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("goal", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return goals
        .byIds(session, ids)
        .chain(
            found ->
                places(session, found)
                    .map(
                        places ->
                            found.stream()
                                .flatMap(goal -> new DutiesOfGoal(goal, places).owed())
                                .toList()));
  }

  @Override
  public String led() {
    return LED;
  }

  /** Who leads the assignment to which the goal belongs. */
  @Override
  public Uni<Map<UUID, Optional<UUID>>> leaders(Mutiny.Session session, Set<UUID> ids) {
    return Rows.of(session, LEADERS)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(
            row ->
                Map.entry(row.uuid("id"), Optional.ofNullable(row.orNull("manager_id", Row::uuid))))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Uni<Map<UUID, String>> places(Mutiny.Session session, List<Goal> goals) {
    UUID[] people =
        goals.stream()
            .flatMap(goal -> Stream.concat(Stream.of(goal.employeeId()), goal.managerId().stream()))
            .distinct()
            .toArray(UUID[]::new);
    return Rows.of(session, PLACES)
        .bind("ids", people)
        .list(row -> Map.entry(row.uuid("employee_id"), row.text("work_location")))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** A role looks after nothing in its own chain. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return access
        .viewer(session)
        .chain(viewer -> doors.relations(session, viewer, subjects))
        .chain(
            relations ->
                goals
                    .byIds(session, subjects)
                    .map(
                        found ->
                            found.stream()
                                .collect(
                                    Collectors.toMap(
                                        Goal::id,
                                        goal ->
                                            operations(
                                                goal,
                                                relations.getOrDefault(goal.id(), Set.of()))))));
  }

  /** Whoever may only read it still looks after it for others. */
  private static Set<String> operations(Goal goal, Set<GoalRelation> relations) {
    return relations.isEmpty()
        ? Set.of()
        : Stream.concat(
                Stream.of("getGoal"),
                GoalPermissions.open(goal, relations).stream().map(GoalAction::operation))
            .collect(Collectors.toSet());
  }
}
