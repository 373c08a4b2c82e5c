package org.evenhand.analytics.disclosure;

import java.util.Set;
import java.util.SortedSet;

/**
 * The total is known, so a reader can subtract and has the groups that are not shown as one. They
 * hold nobody, or as many people as a group that is shown, in at least two groups.
 */
record Complement(DisclosureRules rules) implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    SortedSet<String> others = draft.others(draft.index());
    Population population = draft.population();
    long people = population.people(draft.index(), others);
    if (people == 0) {
      return Set.of();
    }
    long groups =
        others.stream()
            .filter(group -> population.people(draft.index(), Set.of(group)) > 0)
            .count();
    return people < rules.least(draft.key().of()) || groups < 2 ? draft.shown() : Set.of();
  }
}
