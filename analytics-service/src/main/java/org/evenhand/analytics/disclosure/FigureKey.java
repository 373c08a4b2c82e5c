package org.evenhand.analytics.disclosure;

import java.util.Comparator;
import org.evenhand.analytics.counts.Phase;

/**
 * Identifies a figure of a cycle and dimension. The order is that of time: within an edition,
 * before calibration comes first.
 *
 * @param edition the number of the publication in the cycle, from 1 on; of a year, among all years
 * @param of what it shows of people; appeals follow all figures of ratings
 */
public record FigureKey(int edition, Phase phase, FigureOf of) implements Comparable<FigureKey> {

  /** A figure of levels. */
  public FigureKey(int edition, Phase phase) {
    this(edition, phase, FigureOf.RATINGS);
  }

  /** The figure of appeals by those who count in the last edition, after calibration. */
  public static FigureKey ofAppeals(int edition) {
    return new FigureKey(edition, Phase.AFTER, FigureOf.APPEALS);
  }

  /** A figure of a year, by its number among all of these. */
  public static FigureKey ofYear(int number, FigureOf of) {
    return new FigureKey(number, Phase.AFTER, of);
  }

  public boolean ofAppeals() {
    return of == FigureOf.APPEALS;
  }

  @Override
  public int compareTo(FigureKey other) {
    return Comparator.comparingInt(FigureKey::edition)
        .thenComparing(FigureKey::phase)
        .thenComparing(FigureKey::of)
        .compare(this, other);
  }
}
