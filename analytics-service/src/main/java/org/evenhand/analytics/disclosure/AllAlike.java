package org.evenhand.analytics.disclosure;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A reader who knows what somebody declared must not learn how they were rated. So the people of a
 * group are not all at one level, and the people who count otherwise than in an earlier figure have
 * not all moved the same way. Otherwise a reader who knows that somebody joined, left or was
 * calibrated would know their level; where levels aren't comparable nothing of theirs is left over.
 * That nobody of a group has appealed, or applied, may be known.
 */
record AllAlike() implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    Population population = draft.population();
    Set<String> leaks = new TreeSet<>();
    if (draft.shown().isEmpty()) {
      return leaks;
    }
    for (SortedSet<String> block : draft.blocks().all()) {
      SortedMap<Integer, Long> levels = population.levels(draft.index(), block);
      if (levels.size() == 1 && !draft.key().of().mayAllBeAt(levels.firstKey())) {
        leaks.addAll(draft.blamed(block));
      }
    }
    for (int earlier : draft.key().of().tellsOfMovers() ? draft.earlier() : List.<Integer>of()) {
      for (SortedSet<String> block : draft.blocks(earlier).all()) {
        if (draft.movers(earlier, block).size() == 1) {
          leaks.addAll(draft.blamed(block));
        }
      }
    }
    return leaks;
  }
}
