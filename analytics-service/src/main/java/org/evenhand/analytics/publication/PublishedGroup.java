package org.evenhand.analytics.publication;

import java.time.Instant;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;

/** What was last shown of a group, and when that became what is shown. */
record PublishedGroup(Scale scale, LevelCounts counts, Instant at) {}
