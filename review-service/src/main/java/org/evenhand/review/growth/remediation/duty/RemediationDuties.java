package org.evenhand.review.growth.remediation.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.WorkPlaces;
import org.evenhand.review.growth.remediation.Companion;
import org.evenhand.review.growth.remediation.RemediationFacts;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** What remediation plans ask of people. */
@Singleton
class RemediationDuties implements DutyRule {

  private final RemediationRepository plans;
  private final Places places;
  private final Clock clock;

  RemediationDuties(RemediationRepository plans, Places places, Clock clock) {
    this.plans = plans;
    this.places = places;
    this.clock = clock;
  }

  @Override
  public String aggregateType() {
    return RemediationFacts.AGGREGATE;
  }

  @Override
  public List<RemediationDuty> kinds() {
    return List.of(RemediationDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("remediation_plan", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return plans
        .byIds(session, ids)
        .chain(
            found ->
                WorkPlaces.of(session, people(found))
                    .chain(
                        at ->
                            places.atAll(session, at.values()).map(days -> owed(found, at, days))));
  }

  private List<Owed> owed(
      List<RemediationPlan> plans, Map<UUID, String> at, Map<String, WorkingDays> days) {
    return plans.stream()
        .flatMap(
            plan -> {
              WorkingDays its =
                  days.getOrDefault(at.getOrDefault(plan.employeeId(), ""), WorkingDays.unknown());
              return new DutiesOfRemediation(plan, its.today(clock.instant()), at).owed();
            })
        .toList();
  }

  private static List<UUID> people(List<RemediationPlan> plans) {
    return plans.stream()
        .flatMap(
            plan ->
                Stream.of(
                        Optional.of(plan.employeeId()),
                        plan.managerId(),
                        plan.hrId(),
                        plan.companion().map(Companion::employeeId))
                    .flatMap(Optional::stream))
        .toList();
  }

  /** No role opens anything of it. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return Uni.createFrom()
        .item(
            subjects.stream()
                .collect(Collectors.toMap(Function.identity(), subject -> Set.<String>of())));
  }
}
