package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.policy.RatingLevel;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Tells of a cycle's transitions: one event and one audit entry, in the change's transaction. */
@ApplicationScoped
public class CycleChronicle {

  static final String TOPIC = "evenhand.cycles";
  static final String AGGREGATE = "cycle";

  /**
   * What waits to be shared.
   *
   * @param reviews all of them
   * @param calibrated those that a session has decided on; without their number, whoever has not
   *     heard of a decision yet would take what the reviewer concluded for the result
   */
  public record Awaiting(@Nullable Long reviews, @Nullable Long calibrated) {
    static final Awaiting NOTHING = new Awaiting(null, null);

    public boolean isEmpty() {
      return reviews == null || reviews == 0;
    }
  }

  private final Outbox outbox;
  private final Audit audit;
  private final PolicyVersions policies;

  CycleChronicle(Outbox outbox, Audit audit, PolicyVersions policies) {
    this.outbox = outbox;
    this.audit = audit;
    this.policies = policies;
  }

  /** Tells of a transition. Flushes first: the event carries the version after the change. */
  public Uni<Void> tell(
      Mutiny.Session session, Cycle cycle, CycleHappening happening, String actor) {
    return session
        .flush()
        .chain(
            () -> policies.pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion()))
        .chain(
            policy ->
                outbox.append(session, event(cycle, happening, policy.content(), Awaiting.NOTHING)))
        .chain(() -> note(session, cycle, happening.type(), actor));
  }

  /**
   * Tells that one side proposes to share. It moves nothing, but whoever has to look at the results
   * before they are shared learns that now all of them are decided.
   *
   * @param awaiting what waits to be shared: so much one must have heard of
   */
  public Uni<Void> tellSharingProposed(Mutiny.Session session, Cycle cycle, Awaiting awaiting) {
    return session
        .flush()
        .chain(
            () -> policies.pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion()))
        .chain(
            policy ->
                outbox.append(
                    session,
                    event(cycle, CycleHappening.SHARING_PROPOSED, policy.content(), awaiting)));
  }

  /** Notes a step that moves nothing yet, such as a proposal. */
  public Uni<Void> note(Mutiny.Session session, Cycle cycle, String action, String actor) {
    return session
        .flush()
        .chain(
            () ->
                audit.record(
                    session,
                    AGGREGATE,
                    cycle.id(),
                    action,
                    actor,
                    Map.of("state", cycle.state(), "version", cycle.version())));
  }

  private static OutboxEvent event(
      Cycle cycle, CycleHappening happening, PolicyContent policy, Awaiting awaiting) {
    CyclePlan plan = cycle.plan();
    String id = cycle.id().toString();
    CycleHappened payload =
        new CycleHappened(
            cycle.id(),
            plan.key(),
            plan.name(),
            cycle.state(),
            plan.policyId(),
            plan.policyVersion(),
            new CycleHappened.ScaleHappened(
                policy.scale().size(),
                policy.scale().favourableFrom(),
                policy.scale().levels().stream().map(RatingLevel::label).toList()),
            plan.periodStart(),
            plan.periodEnd(),
            plan.cutOffDate(),
            plan.orgUnits(),
            plan.milestones(),
            awaiting.reviews(),
            awaiting.calibrated(),
            awaiting.reviews() == null ? null : cycle.sharing().edition(),
            awaiting.reviews() == null ? null : cycle.sharing().fingerprint());
    return new OutboxEvent(TOPIC, happening.type(), id, id, cycle.version(), payload);
  }
}
