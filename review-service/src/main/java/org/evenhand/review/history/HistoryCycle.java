package org.evenhand.review.history;

import java.util.UUID;
import org.evenhand.review.rating.Scale;

/** A cycle of another system. */
record HistoryCycle(UUID id, String key, Scale scale) {}
