package org.evenhand.review.growth.plan.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.evenhand.review.growth.WorkPlaces;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanFacts;
import org.evenhand.review.growth.plan.PlanRepository;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.access.PlanAccess;
import org.evenhand.review.growth.plan.access.PlanPermissions;
import org.evenhand.review.growth.plan.access.PlanRelation;
import org.hibernate.reactive.mutiny.Mutiny;

/** What development plans ask of people. */
@Singleton
class PlanDuties implements DutyRule {

  private static final String LEADERS =
      "select id, manager_id from development_plan where id = any(:ids)";

  private static final String LED =
      """
      select led.id from development_plan led
      where led.closed_on is null
        and (led.manager_id = :me or led.manager_id in (select id from below))
      """;

  private final PlanRepository plans;
  private final Posts posts;
  private final PlanAccess doors;
  private final Access access;

  PlanDuties(PlanRepository plans, Posts posts, PlanAccess doors, Access access) {
    this.plans = plans;
    this.posts = posts;
    this.doors = doors;
    this.access = access;
  }

  @Override
  public String aggregateType() {
    return PlanFacts.AGGREGATE;
  }

  @Override
  public List<PlanDuty> kinds() {
    return List.of(PlanDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("development_plan", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return plans
        .byIds(session, ids)
        .chain(
            found ->
                posts
                    .byIds(session, found.stream().map(DevelopmentPlan::assignmentId).toList())
                    .chain(at -> places(session, found).map(places -> owed(found, at, places))));
  }

  @Override
  public String led() {
    return LED;
  }

  /** Who leads the assignment to which the plan belongs. */
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

  private static List<Owed> owed(
      List<DevelopmentPlan> plans, Map<UUID, Post> at, Map<UUID, String> places) {
    return plans.stream()
        .flatMap(
            plan ->
                new DutiesOfPlan(
                        plan, Objects.requireNonNull(at.get(plan.assignmentId())).orgUnit(), places)
                    .owed())
        .toList();
  }

  private static Uni<Map<UUID, String>> places(
      Mutiny.Session session, List<DevelopmentPlan> plans) {
    return WorkPlaces.of(
        session,
        plans.stream()
            .flatMap(plan -> Stream.concat(Stream.of(plan.employeeId()), plan.managerId().stream()))
            .toList());
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
                plans
                    .byIds(session, subjects)
                    .map(
                        found ->
                            found.stream()
                                .collect(
                                    Collectors.toMap(
                                        DevelopmentPlan::id,
                                        plan ->
                                            operations(
                                                plan,
                                                relations.getOrDefault(plan.id(), Set.of()))))));
  }

  /** Whoever may only read it still looks after it for others. */
  private static Set<String> operations(DevelopmentPlan plan, Set<PlanRelation> relations) {
    return relations.isEmpty()
        ? Set.of()
        : Stream.concat(
                Stream.of("getDevelopmentPlan"),
                PlanPermissions.open(plan, relations).stream().map(PlanStep::operation))
            .collect(Collectors.toSet());
  }
}
