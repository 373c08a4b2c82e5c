package org.evenhand.analytics.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The published figure of a cycle: one dimension, one phase, one edition.
 *
 * @param visibilities what is to be seen of each group that has or had people
 * @param together whether it is asked what follows from it and later figures together; else each of
 *     these is held against who counted in it
 */
public record Figure(FigureKey key, SortedMap<String, Visibility> visibilities, boolean together) {

  public Figure {
    visibilities = Collections.unmodifiableSortedMap(new TreeMap<>(visibilities));
  }

  public Figure(FigureKey key, SortedMap<String, Visibility> visibilities) {
    this(key, visibilities, true);
  }

  /** The groups whose own counts are shown. */
  SortedSet<String> shown() {
    SortedSet<String> shown = new TreeSet<>(visibilities.keySet());
    shown.removeIf(group -> !(visibilities.get(group) instanceof Visibility.Shown));
    return shown;
  }
}
