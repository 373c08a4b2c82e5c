package org.evenhand.analytics.disclosure;

import java.util.List;
import java.util.Set;

/** One way in which a figure may not tell of anybody. */
interface Constraint {

  /** All that a figure has to meet, the cheapest first. */
  static List<Constraint> all(DisclosureRules rules) {
    return List.of(
        new LeastGroup(rules.leastGroup()),
        new Complement(rules.leastGroup()),
        new EveryEarlierFigure(rules.leastGroup()),
        new AllAlike(),
        new LevelAgainstTotal(),
        new NobodyDetermined());
  }

  /** The shown groups of which one has to be taken back; none when nobody is told of. */
  Set<String> leaks(Draft draft);
}
