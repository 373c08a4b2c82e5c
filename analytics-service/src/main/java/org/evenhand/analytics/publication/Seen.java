package org.evenhand.analytics.publication;

import java.util.Set;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;

/** What could be seen of the groups of a dimension at some moment. */
interface Seen {

  /** Those whose figures are seen where a group takes so many people. */
  Set<String> visible(Phase phase, int least);

  @Nullable LevelCounts group(Phase phase, String name);
}
