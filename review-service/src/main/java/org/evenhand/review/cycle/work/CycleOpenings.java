package org.evenhand.review.cycle.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.CycleEventType;
import org.evenhand.review.cycle.CycleEvents;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.cycle.job.CycleJobs;
import org.evenhand.review.policy.PolicyConsumer;
import org.evenhand.review.policy.PolicyVersion;
import org.evenhand.review.policy.PolicyVersions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Opening is decided by both sides, and happens once the policy is in effect: at the
 * countersignature, or later, when the policy takes effect.
 */
@ApplicationScoped
public class CycleOpenings implements DueTask {

  private static final String SYSTEM = "review-service";

  private final CycleSteps steps;
  private final CycleRepository cycles;
  private final Journal journal;
  private final PolicyVersions policies;
  private final CycleJobs jobs;

  CycleOpenings(
      CycleSteps steps,
      CycleRepository cycles,
      Journal journal,
      PolicyVersions policies,
      CycleJobs jobs) {
    this.steps = steps;
    this.cycles = cycles;
    this.journal = journal;
    this.policies = policies;
    this.jobs = jobs;
  }

  Uni<Answer> propose(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "opening-proposed",
        context -> {
          context.cycle().proposeOpening(context.signature(context.signatory().proposesFor()));
          return Uni.createFrom().item(Optional.empty());
        });
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "opening-countersigned",
        context -> {
          Cycle cycle = context.cycle();
          cycle.require(CycleAction.OPENING_COUNTERSIGNATURE);
          Side proposer = cycle.opening().orElseThrow().proposal().side();
          cycle.countersignOpening(context.signature(context.signatory().countersigns(proposer)));
          return open(context.session(), cycle);
        });
  }

  @Override
  public String kind() {
    return PolicyConsumer.TOOK_EFFECT;
  }

  /** A version of the policy took effect: opens every cycle that only waited for it. */
  @Override
  public Uni<Void> run(Mutiny.Session session, UUID policyId) {
    return cycles
        .scheduledUnder(session, policyId)
        .chain(
            waiting ->
                Multi.createFrom()
                    .iterable(waiting)
                    .onItem()
                    .transformToUniAndConcatenate(cycle -> openAndTell(session, cycle))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> openAndTell(Mutiny.Session session, Cycle cycle) {
    return open(session, cycle)
        .chain(
            moved ->
                moved
                    .map(type -> tell(session, cycle, type))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Optional<CycleEventType>> open(Mutiny.Session session, Cycle cycle) {
    CyclePlan plan = cycle.plan();
    return policies
        .find(session, plan.policyId(), plan.policyVersion())
        .map(found -> found.filter(PolicyVersion::isEffective).isPresent())
        .map(cycle::openIfReady)
        .call(
            happening ->
                happening.isPresent()
                    ? jobs.begin(session, cycle.id(), CycleJob.Kind.OPENING)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> tell(Mutiny.Session session, Cycle cycle, CycleEventType type) {
    return policies
        .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
        .chain(
            policy ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> List.of(CycleEvents.moved(cycle, type, policy.content()))));
  }
}
