package org.evenhand.review.cycle;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.idempotency.Answer;
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
  private final CycleChronicle chronicle;
  private final PolicyVersions policies;
  private final Works works;

  CycleOpenings(
      CycleSteps steps,
      CycleRepository cycles,
      CycleChronicle chronicle,
      PolicyVersions policies,
      Works works) {
    this.steps = steps;
    this.cycles = cycles;
    this.chronicle = chronicle;
    this.policies = policies;
    this.works = works;
  }

  Uni<Answer> propose(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "opening-proposed",
        turn -> {
          turn.cycle().proposeOpening(turn.signature(turn.standing().proposesFor()));
          return Uni.createFrom().item(Optional.empty());
        });
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return steps.bySide(
        id,
        ifMatch,
        "opening-countersigned",
        turn -> {
          Cycle cycle = turn.cycle();
          cycle.require(CycleAction.OPENING_COUNTERSIGNATURE);
          Side proposer = cycle.opening().orElseThrow().proposal().side();
          cycle.countersignOpening(turn.signature(turn.standing().countersigns(proposer)));
          return open(turn.session(), cycle);
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
            happening ->
                happening
                    .map(what -> chronicle.tell(session, cycle, what, SYSTEM))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Optional<CycleHappening>> open(Mutiny.Session session, Cycle cycle) {
    CyclePlan plan = cycle.plan();
    return policies
        .find(session, plan.policyId(), plan.policyVersion())
        .map(found -> found.filter(PolicyVersion::isEffective).isPresent())
        .map(cycle::openIfReady)
        .call(
            happening ->
                happening.isPresent()
                    ? works.begin(session, cycle.id(), CycleWork.Kind.OPENING)
                    : Uni.createFrom().voidItem());
  }
}
