package org.evenhand.analytics.disclosure;

import java.util.List;
import java.util.Set;

/** One way in which a figure must not reveal anything about a person. */
interface Constraint {

  /** All constraints that a figure has to meet, the cheapest first. */
  static List<Constraint> all(DisclosureRules rules) {
    return List.of(
        new LeastGroup(rules),
        new Complement(rules),
        new LeastOutcome(rules.leastGroup()),
        new EveryEarlierFigure(rules.leastGroup()),
        new AllAlike(),
        new LevelAgainstTotal(),
        new NobodyDetermined());
  }

  /** The shown groups of which one has to be taken back; none when nothing is revealed. */
  Set<String> leaks(Draft draft);
}
