package org.evenhand.analytics.disclosure;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A reader who keeps an earlier figure can subtract it. So a group that is shown in both figures,
 * and the groups shown in neither taken together, differ by nobody or by at least k individual
 * people. Where levels aren't comparable, nothing but the group could follow of those who came or
 * went; that they are of a block of which some have declared nothing says nothing of them.
 */
record EveryEarlierFigure(int k) implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    Set<String> leaks = new TreeSet<>();
    for (int earlier : draft.earlier()) {
      for (SortedSet<String> block : draft.blocks(earlier).all()) {
        long people = Population.sum(draft.movers(earlier, block));
        if (people > 0 && people < k && isTelling(draft, block)) {
          leaks.addAll(draft.blamed(block));
        }
      }
    }
    return leaks;
  }

  private static boolean isTelling(Draft draft, Set<String> block) {
    return !draft.key().of().isYearly() || draft.population().isProtected(block);
  }
}
