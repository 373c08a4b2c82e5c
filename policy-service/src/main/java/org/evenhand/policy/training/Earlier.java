package org.evenhand.policy.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The completion before the last one, which counts again where the last was recorded in error.
 *
 * @param by null where a file told it
 * @param until the last day on which it counts; null for good
 */
record Earlier(LocalDate on, @Nullable UUID by, @Nullable LocalDate until) {}
