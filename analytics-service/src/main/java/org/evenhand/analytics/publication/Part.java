package org.evenhand.analytics.publication;

import java.util.Comparator;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;

/** A dimension of a cycle, before or after calibration. */
record Part(Phase phase, String dimension) implements Comparable<Part> {

  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::phase).thenComparing(Part::dimension);

  static Part total(Phase phase) {
    return new Part(phase, Dimensions.NONE);
  }

  boolean isTotal() {
    return dimension.equals(Dimensions.NONE);
  }

  Part total() {
    return total(phase);
  }

  /** The same dimension in the other phase. */
  Part other() {
    return new Part(phase == Phase.BEFORE ? Phase.AFTER : Phase.BEFORE, dimension);
  }

  /** Whether its groups are compared, within job families and levels too. */
  boolean isCompared() {
    return !Dimensions.isReserved(dimension);
  }

  /** Reviewers are counted by what they gave. */
  boolean isCounted() {
    return phase == Phase.BEFORE || !dimension.equals(Dimensions.REVIEWER);
  }

  @Override
  public int compareTo(Part that) {
    return ORDER.compare(this, that);
  }
}
