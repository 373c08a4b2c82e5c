package org.evenhand.analytics.publication;

import java.util.Map;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * A group as far as it may be known.
 *
 * @param counts as last published. Of a group that was not published yet, a stand-in that is below
 *     the least group size: the rule of suppression then hides it, and nothing of its ratings is
 *     known further on
 * @param strata the same people by job family and level, as published with the counts. They are for
 *     comparisons over all strata together; a stratum's own figures are shown to nobody
 */
public record ShownGroup(String value, LevelCounts counts, Map<String, LevelCounts> strata) {}
