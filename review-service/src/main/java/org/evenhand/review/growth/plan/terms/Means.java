package org.evenhand.review.growth.plan.terms;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the company owes for an action.
 *
 * @param amount a decimal, as it was written
 * @param dueOn the last day on which it is in time
 * @param catalogueEntryId where the seat is
 */
public record Means(
    UUID id,
    MeansKind kind,
    @Nullable String amount,
    @Nullable String unit,
    @Nullable String text,
    LocalDate dueOn,
    Deliverer deliverer,
    @Nullable UUID catalogueEntryId) {

  Means moved(UnaryOperator<LocalDate> days) {
    return new Means(id, kind, amount, unit, text, days.apply(dueOn), deliverer, catalogueEntryId);
  }
}
