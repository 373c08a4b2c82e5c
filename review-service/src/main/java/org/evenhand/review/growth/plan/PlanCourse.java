package org.evenhand.review.growth.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.growth.plan.terms.PlannedAction;

/** What has come of a plan so far. It stays when the terms change: ids say what it belongs to. */
public record PlanCourse(
    List<EndedAction> ended, List<HeldCheckpoint> held, List<Delivery> deliveries) {

  static final PlanCourse NONE = new PlanCourse(List.of(), List.of(), List.of());

  public PlanCourse {
    ended = List.copyOf(ended);
    held = List.copyOf(held);
    deliveries = List.copyOf(deliveries);
  }

  PlanCourse with(EndedAction one) {
    return new PlanCourse(plus(ended, one), held, deliveries);
  }

  PlanCourse with(HeldCheckpoint one) {
    return new PlanCourse(ended, plus(held, one), deliveries);
  }

  PlanCourse with(Delivery one) {
    return new PlanCourse(ended, held, plus(deliveries, one));
  }

  private static <T> List<T> plus(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }

  public Optional<EndedAction> ending(UUID action) {
    return ended.stream().filter(each -> each.actionId().equals(action)).findFirst();
  }

  public Optional<HeldCheckpoint> holding(UUID checkpoint) {
    return held.stream().filter(each -> each.checkpointId().equals(checkpoint)).findFirst();
  }

  public Optional<Delivery> delivery(UUID means) {
    return deliveries.stream().filter(each -> each.meansId().equals(means)).findFirst();
  }

  @JsonIgnore
  public boolean isOpen(PlannedAction action) {
    return ending(action.id()).isEmpty();
  }

  @JsonIgnore
  public boolean isDone(PlannedAction action) {
    return ending(action.id()).filter(end -> end.outcome() == DevelopmentOutcome.DONE).isPresent();
  }
}
