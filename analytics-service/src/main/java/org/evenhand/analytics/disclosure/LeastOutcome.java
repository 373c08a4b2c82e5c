package org.evenhand.analytics.disclosure;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Nobody stands out by an appeal. Where somebody of a block has appealed, those who didn't are at
 * least k, and those who fared alike are nobody or at least k.
 */
record LeastOutcome(int k) implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    Set<String> leaks = new TreeSet<>();
    if (draft.key().ofAppeals()) {
      for (SortedSet<String> block : draft.blocks().all()) {
        if (!isSafe(draft.population().levels(draft.index(), block))) {
          leaks.addAll(draft.blamed(block));
        }
      }
    }
    return leaks;
  }

  private boolean isSafe(Map<Integer, Long> levels) {
    long appealed = Population.sum(levels) - AppealOutcome.NOT_APPEALED.in(levels);
    return appealed == 0
        || AppealOutcome.NOT_APPEALED.in(levels) >= k
            && Stream.of(AppealOutcome.NOT_ADMITTED, AppealOutcome.UNCHANGED, AppealOutcome.CHANGED)
                .mapToLong(outcome -> outcome.in(levels))
                .allMatch(alike -> alike == 0 || alike >= k);
  }
}
