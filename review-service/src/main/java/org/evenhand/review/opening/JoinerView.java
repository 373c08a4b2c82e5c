package org.evenhand.review.opening;

import java.util.UUID;

/** The review that was opened. */
record JoinerView(UUID reviewId, UUID cycleId) {}
