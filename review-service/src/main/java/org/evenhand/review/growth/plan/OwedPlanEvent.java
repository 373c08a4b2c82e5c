package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.util.UUID;

/**
 * What subscribers learn of a plan that a result has begun, before anything is agreed: that there
 * is one, or that it has ended with its assignment.
 */
record OwedPlanEvent(UUID planId, UUID employeeId, UUID reviewId, Instant at) {}
