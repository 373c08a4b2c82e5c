package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A reader with all figures, and everybody's level in each, can solve them for single people.
 * Nobody's declaration may be certain.
 */
record NobodyDetermined() implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    if (draft.shown().isEmpty()) {
      return Set.of();
    }
    List<Integer> telling = new ArrayList<>(draft.earlierTogether());
    telling.add(draft.index());
    List<Blocks> had = new ArrayList<>();
    telling.forEach(figure -> had.add(Blocks.of(draft.groups(), List.of(draft.others(figure)))));
    Blocks single = Blocks.of(draft.groups(), List.of());
    Set<String> leaks = new TreeSet<>();
    for (SortedSet<String> group :
        new Deduction(draft.population(), telling, had, single).certain()) {
      leaks.addAll(draft.shown().containsAll(group) ? group : draft.shown());
    }
    return leaks;
  }
}
