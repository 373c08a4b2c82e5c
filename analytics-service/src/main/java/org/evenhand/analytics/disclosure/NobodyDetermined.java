package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.disclosure.Deduction.Certainty;

/**
 * A reader with all figures, and everybody's level in each, can solve them for single people.
 * Nobody's declaration may be certain that wasn't before: figures that weren't held against each
 * other may tell it already, and this one isn't to blame.
 */
record NobodyDetermined() implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    if (draft.shown().isEmpty()) {
      return Set.of();
    }
    List<Integer> earlier = draft.earlierTogether();
    List<Integer> telling = new ArrayList<>(earlier);
    telling.add(draft.index());
    Set<Certainty> certain = certain(draft, telling);
    if (certain.isEmpty()) {
      return Set.of();
    }
    Set<Certainty> before = certain(draft, earlier);
    Set<String> leaks = new TreeSet<>();
    for (Certainty each : certain) {
      if (!before.contains(each.before(earlier.size()))) {
        leaks.addAll(draft.shown().containsAll(each.secret()) ? each.secret() : draft.shown());
      }
    }
    return leaks;
  }

  private static Set<Certainty> certain(Draft draft, List<Integer> telling) {
    List<Blocks> had = new ArrayList<>();
    telling.forEach(figure -> had.add(Blocks.of(draft.groups(), List.of(draft.others(figure)))));
    Blocks single = Blocks.of(draft.groups(), List.of());
    return telling.isEmpty()
        ? Set.of()
        : new Deduction(draft.population(), telling, had, single).certainties();
  }
}
