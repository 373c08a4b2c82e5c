package org.evenhand.analytics.publication;

import java.util.Comparator;
import org.evenhand.analytics.counts.Phase;

/** A dimension of a cycle, before or after calibration. */
record Part(Phase phase, String dimension) implements Comparable<Part> {

  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::phase).thenComparing(Part::dimension);

  @Override
  public int compareTo(Part that) {
    return ORDER.compare(this, that);
  }
}
