package org.evenhand.analytics.disclosure;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whoever keeps an earlier figure can subtract it: a group shown in both, and those that are shown
 * in neither taken together, differ by nobody or by at least k people as they are.
 */
record EveryEarlierFigure(int k) implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    Set<String> leaks = new TreeSet<>();
    for (int earlier : draft.earlier()) {
      for (SortedSet<String> block : draft.blocks(earlier).all()) {
        long people = Population.sum(draft.population().movers(earlier, draft.index(), block));
        if (people > 0 && people < k) {
          leaks.addAll(draft.blamed(block));
        }
      }
    }
    return leaks;
  }
}
