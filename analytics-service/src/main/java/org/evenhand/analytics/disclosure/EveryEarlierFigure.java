package org.evenhand.analytics.disclosure;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A reader who keeps an earlier figure can subtract it. So a group that is shown in both figures,
 * and the groups shown in neither taken together, differ by nobody or by at least k individual
 * people.
 */
record EveryEarlierFigure(int k) implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    Set<String> leaks = new TreeSet<>();
    for (int earlier : draft.earlier()) {
      for (SortedSet<String> block : draft.blocks(earlier).all()) {
        long people = Population.sum(draft.movers(earlier, block));
        if (people > 0 && people < k) {
          leaks.addAll(draft.blamed(block));
        }
      }
    }
    return leaks;
  }
}
