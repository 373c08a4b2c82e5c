package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.Map;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What was last shown of a group, and when that became what is shown.
 *
 * @param counts of a group that is not open, as many people as keep it hidden
 * @param strata the same people by job family and level
 * @param open whether figures of it were ever shown; else it is named only
 */
record PublishedGroup(
    Scale scale, LevelCounts counts, Map<String, LevelCounts> strata, boolean open, Instant at) {}
