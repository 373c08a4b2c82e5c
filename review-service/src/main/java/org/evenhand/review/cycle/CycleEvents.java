package org.evenhand.review.cycle;

import java.util.Map;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.RatingLevel;
import org.jspecify.annotations.Nullable;

/** What came about with a cycle, as the journal takes it. */
public final class CycleEvents {

  public static final String TOPIC = "evenhand.cycles";

  /** The audit's name for a cycle. */
  public static final String AGGREGATE = "cycle";

  private CycleEvents() {}

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

  /** A transition. */
  public static Fact moved(Cycle cycle, CycleEventType type, PolicyContent policy) {
    return Fact.told(
        AGGREGATE,
        cycle.id(),
        type.type(),
        state(cycle),
        event(cycle, type, policy, Awaiting.NOTHING));
  }

  /** A step that moves nothing yet, such as a proposal. */
  public static Fact noted(Cycle cycle, String action) {
    return Fact.noted(AGGREGATE, cycle.id(), action, state(cycle));
  }

  /**
   * One side proposes to share. That moves nothing, but whoever has to look at the results before
   * they are shared learns that now all of them are decided. Where nothing waits there is nothing
   * to look at.
   *
   * @param awaiting what waits to be shared: so much one must have heard of
   */
  public static Fact sharingProposed(
      Cycle cycle, String action, PolicyContent policy, Awaiting awaiting) {
    return awaiting.isEmpty()
        ? noted(cycle, action)
        : Fact.told(
            AGGREGATE,
            cycle.id(),
            action,
            state(cycle),
            event(cycle, CycleEventType.SHARING_PROPOSED, policy, awaiting));
  }

  private static Map<String, Object> state(Cycle cycle) {
    return Map.of("state", cycle.state(), "version", cycle.version());
  }

  private static OutboxEvent event(
      Cycle cycle, CycleEventType type, PolicyContent policy, Awaiting awaiting) {
    CyclePlan plan = cycle.plan();
    String id = cycle.id().toString();
    CycleEvent payload =
        new CycleEvent(
            cycle.id(),
            plan.key(),
            plan.name(),
            cycle.state(),
            plan.policyId(),
            plan.policyVersion(),
            new CycleEvent.ScaleState(
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
    return new OutboxEvent(TOPIC, type.type(), id, id, cycle.version(), payload);
  }
}
