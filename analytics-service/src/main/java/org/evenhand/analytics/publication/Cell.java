package org.evenhand.analytics.publication;

import java.util.Comparator;
import org.evenhand.analytics.counts.Phase;

/** A group of a dimension, before or after calibration. */
record Cell(Phase phase, String value) implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::phase).thenComparing(Cell::value);

  /** The same group in the other phase. */
  Cell other() {
    return new Cell(phase == Phase.BEFORE ? Phase.AFTER : Phase.BEFORE, value);
  }

  @Override
  public int compareTo(Cell that) {
    return ORDER.compare(this, that);
  }
}
