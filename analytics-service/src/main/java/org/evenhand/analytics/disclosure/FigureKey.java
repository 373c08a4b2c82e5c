package org.evenhand.analytics.disclosure;

import java.util.Comparator;
import org.evenhand.analytics.counts.Phase;

/**
 * Identifies a figure of a cycle and dimension. The order is that of time: within an edition,
 * before calibration comes first.
 *
 * @param edition the number of the publication in the cycle, from 1 on
 * @param ofAppeals whether it shows how the same people's results fared with appeals, in place of
 *     their levels; it follows all figures of levels
 */
public record FigureKey(int edition, Phase phase, boolean ofAppeals)
    implements Comparable<FigureKey> {

  /** A figure of levels. */
  public FigureKey(int edition, Phase phase) {
    this(edition, phase, false);
  }

  /** The figure of appeals by those who count in the last edition, after calibration. */
  public static FigureKey ofAppeals(int edition) {
    return new FigureKey(edition, Phase.AFTER, true);
  }

  @Override
  public int compareTo(FigureKey other) {
    return Comparator.comparingInt(FigureKey::edition)
        .thenComparing(FigureKey::phase)
        .thenComparing(FigureKey::ofAppeals)
        .compare(this, other);
  }
}
