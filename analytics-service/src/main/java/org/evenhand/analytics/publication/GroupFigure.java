package org.evenhand.analytics.publication;

import java.util.Map;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.disclosure.Visibility;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says of a group in a phase.
 *
 * @param counts its own, where these are shown; null else
 * @param strata the same people by job family and level
 */
record GroupFigure(
    Phase phase,
    String dimension,
    String value,
    Visibility visibility,
    @Nullable LevelCounts counts,
    Map<String, LevelCounts> strata) {}
