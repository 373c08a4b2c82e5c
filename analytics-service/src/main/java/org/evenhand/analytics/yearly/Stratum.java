package org.evenhand.analytics.yearly;

import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The people of a group in a figure who had the same job.
 *
 * @param number of the figure
 */
public record Stratum(int number, String group, String name, LevelCounts people) {}
