package org.evenhand.review.growth.plan.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What two people agree on.
 *
 * @param aim where the person wants to get
 * @param until the last day of the plan
 */
public record PlanTerms(String aim, LocalDate until, List<PlannedAction> actions) {

  public PlanTerms {
    actions = List.copyOf(actions);
  }

  /** The same terms on other days. */
  public PlanTerms moved(UnaryOperator<LocalDate> days) {
    return new PlanTerms(
        aim, days.apply(until), actions.stream().map(each -> each.moved(days)).toList());
  }

  public Optional<PlannedAction> action(UUID id) {
    return actions.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** All days that it names. */
  public Stream<LocalDate> days() {
    return Stream.concat(Stream.of(until), actions.stream().flatMap(PlannedAction::days));
  }

  public Stream<Means> means() {
    return actions.stream().flatMap(each -> each.means().stream());
  }
}
