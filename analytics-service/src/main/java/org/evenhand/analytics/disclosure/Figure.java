package org.evenhand.analytics.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is published of a cycle, by one dimension, in one phase, at one edition.
 *
 * @param standings how each group stands in it; empty when that is still to be decided
 */
public record Figure(FigureKey key, SortedMap<String, Standing> standings) {

  public Figure {
    standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
  }

  /** A figure that is still to be decided. */
  public static Figure undecided(FigureKey key) {
    return new Figure(key, new TreeMap<>());
  }

  public boolean isDecided() {
    return !standings.isEmpty();
  }

  /** Whether a group's own counts are shown. */
  boolean shows(String group) {
    return standings.get(group) instanceof Standing.Shown;
  }
}
