package org.evenhand.analytics.disclosure;

import java.util.Map;

/**
 * How a result fared with appeals. In a figure of appeals it stands where a figure of ratings has
 * the level: it too is known of everybody, from the public stream.
 */
public enum AppealOutcome {
  NOT_APPEALED(1),
  NOT_ADMITTED(2),
  UNCHANGED(3),
  CHANGED(4);

  private final int level;

  AppealOutcome(int level) {
    this.level = level;
  }

  public int level() {
    return level;
  }

  long in(Map<Integer, Long> levels) {
    return levels.getOrDefault(level, 0L);
  }
}
