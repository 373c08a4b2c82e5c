package org.evenhand.review.growth.plan.terms;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A day on which both look at an action. */
public record Checkpoint(UUID id, LocalDate on) {

  Checkpoint moved(UnaryOperator<LocalDate> days) {
    return new Checkpoint(id, days.apply(on));
  }
}
