package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That the company gave what it owed. It counts from when it is said, so that nobody can say later
 * that it was there in time.
 *
 * @param on the day at the person's place
 * @param late whether its day was over
 */
public record Delivery(UUID meansId, LocalDate on, boolean late, UUID by, Instant at) {}
