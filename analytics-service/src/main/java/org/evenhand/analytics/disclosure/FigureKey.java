package org.evenhand.analytics.disclosure;

import java.util.Comparator;
import org.evenhand.analytics.counts.Phase;

/**
 * Identifies a figure of a cycle and dimension. The order is that of time: within an edition,
 * before calibration comes first.
 *
 * @param edition the number of the publication in the cycle, from 1 on
 */
public record FigureKey(int edition, Phase phase) implements Comparable<FigureKey> {

  @Override
  public int compareTo(FigureKey other) {
    return Comparator.comparingInt(FigureKey::edition)
        .thenComparing(FigureKey::phase)
        .compare(this, other);
  }
}
