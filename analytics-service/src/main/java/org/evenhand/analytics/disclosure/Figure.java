package org.evenhand.analytics.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is published of a cycle, by one dimension, in one phase, at one edition.
 *
 * @param standings how each group stands in it that somebody is or was in
 */
public record Figure(FigureKey key, SortedMap<String, Standing> standings) {

  public Figure {
    standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
  }

  /** The groups of which its own counts are shown. */
  SortedSet<String> shown() {
    SortedSet<String> shown = new TreeSet<>(standings.keySet());
    shown.removeIf(group -> !(standings.get(group) instanceof Standing.Shown));
    return shown;
  }
}
