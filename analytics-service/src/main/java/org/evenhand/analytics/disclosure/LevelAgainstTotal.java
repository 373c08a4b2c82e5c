package org.evenhand.analytics.disclosure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everybody's levels before and after calibration become public when ratings are shared. So it must
 * not follow that all people at a level, or all who moved from one level to another between two
 * figures, are of one declared group, or of several that a reader has only together.
 */
record LevelAgainstTotal() implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    if (draft.shown().isEmpty()) {
      return Set.of();
    }
    Set<String> leaks = new TreeSet<>(leaks(draft, List.of(draft.index()), draft.blocks()));
    for (int earlier : draft.earlierTogether()) {
      leaks.addAll(leaks(draft, List.of(earlier, draft.index()), draft.blocks(earlier)));
    }
    return leaks;
  }

  private static Set<String> leaks(Draft draft, List<Integer> figures, Blocks blocks) {
    Set<String> leaks = new TreeSet<>();
    new Deduction(draft.population(), figures, Collections.nCopies(figures.size(), blocks), blocks)
        .certain()
        .forEach(block -> leaks.addAll(draft.blamed(block)));
    return leaks;
  }
}
