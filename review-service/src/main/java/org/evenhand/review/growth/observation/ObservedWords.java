package org.evenhand.review.growth.observation;

import org.jspecify.annotations.Nullable;

/**
 * What was seen, in its author's words.
 *
 * @param impact what came of it; null where that isn't known
 */
record ObservedWords(String situation, String behaviour, @Nullable String impact) {}
