package org.evenhand.review.growth.observation;

import java.time.Instant;
import java.util.UUID;

/** That a review rests on an observation, since when. */
record Citation(UUID reviewId, Instant at) {}
