package org.evenhand.review.growth.goal;

import java.time.Instant;
import java.util.Map;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.growth.goal.terms.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What came about with a goal, as the journal takes it. The audit keeps that a step was taken, by
 * whom, and where it led; words stay with the goal. Subscribers hear of what both have agreed to.
 */
public record GoalFacts(Goal goal, Instant at) {

  /** The audit's name for a goal. */
  public static final String AGGREGATE = "goal";

  private static final String TOPIC = "evenhand.development";
  private static final String AGREED = "org.evenhand.goal.agreed.v1";
  private static final String CLOSED = "org.evenhand.goal.closed.v1";

  public Fact noted(String what) {
    return Fact.noted(AGGREGATE, goal.id(), what, state());
  }

  /** A version was agreed. */
  public Fact agreed() {
    AgreedVersion version = goal.agreed().orElseThrow();
    return told("agreed", AGREED, null, version.late());
  }

  /**
   * What never was agreed ends without subscribers.
   *
   * @param late whether its day was over where the person works
   */
  public Fact closed(boolean late) {
    Closing closing = goal.closing().orElseThrow();
    return goal.versions().isEmpty()
        ? noted("closed")
        : told("closed", CLOSED, closing.outcome(), late);
  }

  private Fact told(String what, String type, @Nullable Outcome outcome, boolean late) {
    String id = goal.id().toString();
    return Fact.told(
        AGGREGATE,
        goal.id(),
        what,
        state(),
        new OutboxEvent(
            TOPIC,
            type,
            id,
            id,
            goal.version(),
            new GoalEvent(
                goal.id(),
                goal.employeeId(),
                goal.versions().size(),
                Measure.kindOf(goal.terms().measure()),
                outcome,
                late,
                at)));
  }

  private Map<String, Object> state() {
    return Map.of(
        "state", goal.state(), "version", goal.version(), "agreed", goal.versions().size());
  }
}
