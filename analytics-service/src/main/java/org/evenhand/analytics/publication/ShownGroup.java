package org.evenhand.analytics.publication;

import java.util.Map;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/**
 * A group whose figures are shown.
 *
 * @param strata the same people by job family and level, as published with the counts; empty where
 *     nothing is compared. They are for comparisons over all strata together; a stratum's own
 *     figures are shown to nobody
 * @param distribution whether the count of each level may be shown, or only how many people are
 *     selected
 * @param source of which figure they are, when not of the edition and phase that is looked at
 */
public record ShownGroup(
    String value,
    LevelCounts counts,
    Map<String, LevelCounts> strata,
    boolean distribution,
    @Nullable FigureSource source) {}
