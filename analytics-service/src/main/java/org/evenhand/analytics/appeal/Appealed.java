package org.evenhand.analytics.appeal;

import java.util.List;
import java.util.stream.LongStream;
import org.evenhand.analytics.viewer.UnitFigure;

/**
 * The shared results of a group, and how many of them were appealed. A result counts once, however
 * many appeals there were of its revisions.
 *
 * @param filed those that were appealed
 * @param admitted those of them that HR admitted
 * @param changed those of them that a panel raised
 */
record Appealed(long results, long filed, long admitted, long changed)
    implements UnitFigure<Appealed> {

  static final Appealed NONE = new Appealed(0, 0, 0, 0);

  @Override
  public Appealed plus(Appealed other) {
    return new Appealed(
        results + other.results,
        filed + other.filed,
        admitted + other.admitted,
        changed + other.changed);
  }

  static Appealed sum(List<Appealed> all) {
    return all.stream().reduce(NONE, Appealed::plus);
  }

  /**
   * Whether nobody stands out of the group: where somebody has appealed, those who did nothing, and
   * those who fared alike, are nobody or at least so many. Where all have appealed, that is known
   * of everybody.
   */
  @Override
  public boolean isSafe(long least) {
    return filed == 0
        || results - filed >= least
            && LongStream.of(filed - admitted, admitted - changed, changed)
                .allMatch(alike -> alike == 0 || alike >= least);
  }

  /** Where nobody has appealed, nobody who did is hidden among them. */
  @Override
  public boolean protects() {
    return filed > 0;
  }

  @Override
  public long people() {
    return results;
  }
}
