package org.evenhand.analytics.replay;

import org.jspecify.annotations.Nullable;

/**
 * So many people of a group at a level, of whom all replays so far have told the same.
 *
 * @param path what they have told: "/4/3"
 * @param level what this replay has told of their block; null where it has told nothing
 */
record Counted(String value, int before, String path, @Nullable Integer level, long people) {}
