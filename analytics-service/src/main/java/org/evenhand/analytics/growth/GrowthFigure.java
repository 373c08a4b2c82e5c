package org.evenhand.analytics.growth;

import java.time.Instant;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * A measure of a year that is published.
 *
 * @param number in the order in which all yearly figures were published
 * @param people how many stand at each level, also of groups that are hidden
 */
record GrowthFigure(int number, GrowthMeasure measure, LevelCounts people, Instant publishedAt) {}
