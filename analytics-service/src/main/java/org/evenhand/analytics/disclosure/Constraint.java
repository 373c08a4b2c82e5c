package org.evenhand.analytics.disclosure;

import java.util.Set;

/** One way in which a figure may not tell of anybody. */
interface Constraint {

  /** The shown groups of which one has to be taken back; none when nobody is told of. */
  Set<String> leaks(Draft draft);
}
