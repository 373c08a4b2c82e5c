package org.evenhand.analytics.statistics.stratified;

import org.evenhand.analytics.statistics.Selection;

/**
 * The selections of two groups within one stratum.
 *
 * @param name of the stratum
 * @param focal the group looked at; may be empty
 * @param reference the group it is held against; may be empty
 */
public record SelectionStratum(String name, Selection focal, Selection reference) {

  long people() {
    return Math.addExact(focal.people(), reference.people());
  }

  long selected() {
    return focal.selected() + reference.selected();
  }

  /** Both groups are here. */
  boolean isShared() {
    return focal.people() > 0 && reference.people() > 0;
  }

  /** No margin is 0: both groups are here, and some but not all are selected. */
  boolean isInformative() {
    return isShared() && selected() > 0 && selected() < people();
  }
}
