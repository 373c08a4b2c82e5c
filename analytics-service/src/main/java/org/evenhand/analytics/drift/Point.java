package org.evenhand.analytics.drift;

import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.Selection;

/** The ratings of the asked group in a cycle of which they may be seen. */
record Point(VisibleGroups sight, ShownGroup group) {

  LevelCounts counts() {
    return group.counts();
  }

  String key() {
    return sight.at().cycle().key();
  }

  Moments moments() {
    return Moments.of(counts());
  }

  Selection favourable(int level) {
    return counts().atOrAbove(level);
  }
}
