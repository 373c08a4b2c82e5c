package org.evenhand.review.growth.citation;

import java.time.Instant;
import java.util.UUID;

/**
 * That a review cites something.
 *
 * @param id of what is cited
 * @param at when the reviewee pointed to it
 */
public record Citation(UUID id, Instant at) {}
