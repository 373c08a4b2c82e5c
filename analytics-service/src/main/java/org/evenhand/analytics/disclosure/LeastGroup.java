package org.evenhand.analytics.disclosure;

import java.util.Set;
import java.util.stream.Collectors;

/** A group of too few people is never shown. */
record LeastGroup(DisclosureRules rules) implements Constraint {

  @Override
  public Set<String> leaks(Draft draft) {
    return draft.shown().stream().filter(group -> isFew(draft, group)).collect(Collectors.toSet());
  }

  private boolean isFew(Draft draft, String group) {
    long people = draft.population().people(draft.index(), Set.of(group));
    return people > 0 && people < rules.least(draft.key().of());
  }
}
