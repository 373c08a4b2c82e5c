package org.evenhand.review.growth.plan.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which somebody learns.
 *
 * @param id stays with the action in every version of the plan
 * @param gap what it closes; null for what the person wishes to learn beside that
 * @param measure how both see that it is learnt
 */
public record PlannedAction(
    UUID id,
    ActionKind kind,
    String title,
    @Nullable Gap gap,
    String measure,
    LocalDate dueOn,
    List<Checkpoint> checkpoints,
    List<Means> means) {

  public PlannedAction {
    checkpoints = List.copyOf(checkpoints);
    means = List.copyOf(means);
  }

  public PlannedAction moved(UnaryOperator<LocalDate> days) {
    return new PlannedAction(
        id,
        kind,
        title,
        gap,
        measure,
        days.apply(dueOn),
        checkpoints.stream().map(each -> each.moved(days)).toList(),
        means.stream().map(each -> each.moved(days)).toList());
  }

  /** What of it is still to come. */
  public PlannedAction left(Predicate<LocalDate> past, Predicate<Means> given) {
    return new PlannedAction(
        id,
        kind,
        title,
        gap,
        measure,
        dueOn,
        checkpoints.stream().filter(each -> !past.test(each.on())).toList(),
        means.stream().filter(each -> !given.test(each)).toList());
  }

  /** The action without what is to come about for it. */
  public PlannedAction alone() {
    return new PlannedAction(id, kind, title, gap, measure, dueOn, List.of(), List.of());
  }

  boolean names(LocalDate day) {
    return days().anyMatch(day::equals);
  }

  Stream<LocalDate> days() {
    return Stream.of(
            Stream.of(dueOn),
            checkpoints.stream().map(Checkpoint::on),
            means.stream().map(Means::dueOn))
        .flatMap(each -> each);
  }
}
