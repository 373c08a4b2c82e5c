package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.jspecify.annotations.Nullable;

/**
 * Terms that both sides have signed.
 *
 * @param number from 1 on
 * @param reason why it took the place of the one before
 * @param put the day on which these terms were put; absences since then move their days
 * @param at when the second side signed
 */
public record PlanVersion(
    int number,
    PlanTerms terms,
    Signatures signatures,
    @Nullable String reason,
    LocalDate put,
    Instant at) {}
