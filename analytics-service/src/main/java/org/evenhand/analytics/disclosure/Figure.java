package org.evenhand.analytics.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The published figure of a cycle: one dimension, one phase, one edition.
 *
 * @param standings the standing of each group that has or had people
 */
public record Figure(FigureKey key, SortedMap<String, Standing> standings) {

  public Figure {
    standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
  }

  /** The groups whose own counts are shown. */
  SortedSet<String> shown() {
    SortedSet<String> shown = new TreeSet<>(standings.keySet());
    shown.removeIf(group -> !(standings.get(group) instanceof Standing.Shown));
    return shown;
  }
}
