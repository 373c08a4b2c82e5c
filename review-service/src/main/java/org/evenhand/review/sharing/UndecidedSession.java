package org.evenhand.review.sharing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A session that holds reviews.
 *
 * @param until the last calibration day of these
 */
record UndecidedSession(UUID id, LocalDate until) {}
