package org.evenhand.analytics.statistics;

/**
 * A group of a partition and its ratings.
 *
 * @param name its key in the partition
 * @param counts how many people have each level
 * @param declared false for those who declared nothing: they count in the total and are shown as
 *     coverage, but are neither reference nor finding
 */
public record Group(String name, LevelCounts counts, boolean declared) {}
