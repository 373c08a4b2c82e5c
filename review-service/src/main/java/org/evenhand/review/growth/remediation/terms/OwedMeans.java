package org.evenhand.review.growth.remediation.terms;

import java.util.UUID;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.plan.terms.MeansKind;
import org.jspecify.annotations.Nullable;

/**
 * What the company owes for the plan.
 *
 * @param amount a decimal, as it was written
 * @param day of the plan on which it is there at the latest, from 1 on
 */
public record OwedMeans(
    UUID id,
    MeansKind kind,
    @Nullable String amount,
    @Nullable String unit,
    @Nullable String text,
    int day,
    Deliverer deliverer) {}
