package org.evenhand.analytics.replay;

import org.jspecify.annotations.Nullable;

/**
 * So many people of a group, of whom all figures of the cycle so far show the same.
 *
 * @param before the level that their reviewers concluded
 * @param past where they stood in the editions and with appeals
 * @param path what earlier replays have told of them: "/4/3"
 * @param level what this replay has told of their block; null where it has told nothing
 */
record Counted(
    String value, int before, String past, String path, @Nullable Integer level, long people) {}
