package org.evenhand.analytics.replay;

import java.util.List;

/**
 * The levels of a draft.
 *
 * @param levels for each level of the cycle, from the lowest on, the one that stands for it
 */
record DraftLevels(List<Integer> levels, DraftScale scale) {

  DraftLevels {
    levels = List.copyOf(levels);
  }

  /** Where nothing else is known of somebody. */
  int of(int past) {
    return levels.get(past - 1);
  }
}
