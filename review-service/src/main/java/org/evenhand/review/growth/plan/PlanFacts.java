package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What came about with a development plan, as the journal takes it. The audit keeps that a step was
 * taken, by whom, and where it led; words stay with the plan. Subscribers hear of what both have
 * agreed to.
 */
public record PlanFacts(DevelopmentPlan plan, Instant at) {

  /** The audit's name for a development plan. */
  public static final String AGGREGATE = "development-plan";

  private static final String TOPIC = "evenhand.development";
  private static final String BEGUN = "org.evenhand.plan.begun.v1";
  private static final String WITHDRAWN = "org.evenhand.plan.withdrawn.v1";
  private static final String AGREED = "org.evenhand.plan.agreed.v1";
  private static final String COMPLETED = "org.evenhand.plan.completed.v1";
  private static final String CLOSED = "org.evenhand.plan.closed.v1";
  private static final String CARRIED_OVER = "org.evenhand.plan.carried-over.v1";

  public Fact noted(String what) {
    return Fact.noted(AGGREGATE, plan.id(), what, state());
  }

  /** Subscribers hear of what a result has begun: of whom an agreement can be expected. */
  public Fact begun() {
    return plan.reviewId()
        .map(review -> owed("begun", BEGUN, review))
        .orElseGet(() -> noted("begun"));
  }

  /**
   * A version was agreed.
   *
   * @param today the day at the person's place
   */
  public Fact agreed(LocalDate today) {
    boolean first = plan.versions().size() == 1;
    Long days =
        plan.sharedOn()
            .filter(shared -> first)
            .map(shared -> Math.max(0, ChronoUnit.DAYS.between(shared, today)))
            .orElse(null);
    return told("agreed", AGREED, first ? plan.reviewId().orElse(null) : null, days);
  }

  public Fact completed() {
    return told("completed", COMPLETED, null, null);
  }

  /** What never was agreed ends without subscribers, unless they heard that it began. */
  public Fact closed() {
    return plan.versions().isEmpty() ? withdrawn() : told("closed", CLOSED, null, null);
  }

  private Fact withdrawn() {
    return plan.reviewId()
        .map(review -> owed("withdrawn", WITHDRAWN, review))
        .orElseGet(() -> noted("withdrawn"));
  }

  public Fact carriedOver() {
    return told("carried-over", CARRIED_OVER, null, null);
  }

  private Fact owed(String what, String type, UUID review) {
    return told(what, type, new OwedPlanEvent(plan.id(), plan.employeeId(), review, at));
  }

  private Fact told(String what, String type, @Nullable UUID review, @Nullable Long days) {
    return told(
        what,
        type,
        new PlanEvent(
            plan.id(),
            plan.employeeId(),
            plan.versions().size(),
            plan.closing().map(PlanClosing::cause).orElse(null),
            review,
            days,
            MeansCount.of(plan),
            at));
  }

  private Fact told(String what, String type, Record event) {
    String id = plan.id().toString();
    return Fact.told(
        AGGREGATE,
        plan.id(),
        what,
        state(),
        new OutboxEvent(TOPIC, type, id, id, plan.version(), event));
  }

  private Map<String, Object> state() {
    return Map.of(
        "state", plan.state(), "version", plan.version(), "agreed", plan.versions().size());
  }
}
