package org.evenhand.analytics.publication;

import org.evenhand.analytics.statistics.LevelCounts;

/**
 * A group as far as it may be known.
 *
 * @param counts as last published. Of a group that was not published yet, a stand-in that is below
 *     the least group size: the rule of suppression then hides it, and nothing of its ratings is
 *     known further on
 */
public record ShownGroup(String value, LevelCounts counts) {}
