package org.evenhand.analytics.publication;

import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;

/** What is published together: a dimension of a cycle, before or after calibration. */
record Part(Cycle cycle, Phase phase, String dimension) {

  /** Whether its groups are compared, within job families and levels too. */
  boolean isCompared() {
    return !Dimensions.isReserved(dimension);
  }
}
