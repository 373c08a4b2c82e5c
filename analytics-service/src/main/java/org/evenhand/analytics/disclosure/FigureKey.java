package org.evenhand.analytics.disclosure;

import java.util.Comparator;
import org.evenhand.analytics.counts.Phase;

/**
 * Which figure of a cycle and dimension it is. The order is that of time: before calibration of an
 * edition comes ahead of after it.
 *
 * @param edition the how manieth publication of the cycle, from 1 on
 */
public record FigureKey(int edition, Phase phase) implements Comparable<FigureKey> {

  @Override
  public int compareTo(FigureKey other) {
    return Comparator.comparingInt(FigureKey::edition)
        .thenComparing(FigureKey::phase)
        .compare(this, other);
  }
}
