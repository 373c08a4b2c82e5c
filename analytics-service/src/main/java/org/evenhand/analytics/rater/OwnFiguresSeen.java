package org.evenhand.analytics.rater;

import java.util.Map;
import java.util.Set;

/**
 * What raters have seen of themselves.
 *
 * @param profiles who has seen their live ratings as they are published in this look
 * @param samples on how many blind samples the severity rests that each has seen
 */
record OwnFiguresSeen(Set<String> profiles, Map<String, Integer> samples) {}
