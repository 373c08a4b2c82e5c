package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts who of a cycle's population has no review in it, and would have one; each person once. */
@ApplicationScoped
class PopulationChunks {

  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Directory directory;
  private final Tally tally;
  private final Finishing finishing;
  private final CycleSettings settings;

  PopulationChunks(
      CycleRepository cycles,
      PolicyVersions policies,
      Directory directory,
      Tally tally,
      Finishing finishing,
      CycleSettings settings) {
    this.cycles = cycles;
    this.policies = policies;
    this.directory = directory;
    this.tally = tally;
    this.finishing = finishing;
    this.settings = settings;
  }

  Uni<Void> count(Mutiny.Session session, Replay replay, ReplayedCycle replayed) {
    return cycles
        .get(session, replayed.cycleId())
        .map(Cycle::plan)
        .chain(
            plan ->
                directory
                    .population(
                        session,
                        plan.orgUnits(),
                        plan.cutOffDate(),
                        replayed.position().orElse(null),
                        settings.chunk())
                    .chain(
                        chunk ->
                            chunk.isEmpty()
                                ? finishing.finish(session, replay, replayed)
                                : count(session, replay, replayed, plan, chunk)));
  }

  private Uni<Void> count(
      Mutiny.Session session,
      Replay replay,
      ReplayedCycle replayed,
      CyclePlan plan,
      List<Assignment> chunk) {
    return policies
        .pinned(session, plan.policyId(), plan.policyVersion())
        .chain(
            policy ->
                counted(session, replayed.cycleId(), plan, chunk)
                    .map(
                        known ->
                            chunk.stream()
                                .filter(one -> !known.contains(one.id()))
                                .filter(one -> isBound(one, policy.content()))
                                .map(
                                    one ->
                                        Stays.of(
                                            one, plan.cutOffDate(), policy.content().eligibility()))
                                .toList()))
        .chain(stays -> tally.population(session, replay, replayed, stays))
        .invoke(() -> replayed.advance(0, chunk.get(chunk.size() - 1).id()));
  }

  private static boolean isBound(Assignment assignment, PolicyContent policy) {
    Position position = assignment.position();
    return policy.scope().binds(position.country(), position.legalEntity(), position.workerType());
  }

  /** Assignments of people who have a review of any, or whom an earlier one stands for. */
  private static Uni<Set<UUID>> counted(
      Mutiny.Session session, UUID cycleId, CyclePlan plan, List<Assignment> chunk) {
    return session
        .createSelectionQuery(
            """
            select a.id from Assignment a where a.id in (:ids) and (
              exists (select r.id from Review r
                where r.cycleId = :cycle and r.employeeId = a.employee.id)
              or exists (select b.id from Assignment b
                where b.employee.id = a.employee.id and b.id < a.id
                  and b.startedOn <= :on and (b.endedOn is null or b.endedOn > :on)
                  and (:everywhere = true or b.position.orgUnit in (:units))))
            """,
            UUID.class)
        .setParameter("cycle", cycleId)
        .setParameter("on", plan.cutOffDate())
        .setParameter("everywhere", plan.orgUnits().isEmpty())
        .setParameter("units", plan.orgUnits().isEmpty() ? List.of("") : plan.orgUnits())
        .setParameter("ids", chunk.stream().map(Assignment::id).toList())
        .getResultList()
        .map(HashSet::new);
  }
}
