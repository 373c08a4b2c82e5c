package org.evenhand.review.growth.remediation.terms;

import java.util.UUID;

/**
 * A day on which both look at how it goes.
 *
 * @param day of the plan, from 1 on
 */
public record CheckDay(UUID id, int day) {}
