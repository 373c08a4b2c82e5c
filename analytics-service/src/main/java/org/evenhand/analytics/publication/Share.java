package org.evenhand.analytics.publication;

import java.util.Objects;
import java.util.function.Predicate;
import org.evenhand.analytics.counts.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What one review contributes to a dimension, or what of it is shown there.
 *
 * @param value the group
 * @param stratum job family and level where groups are compared, else empty
 * @param before the level that the reviewer gave; null when there is none
 * @param after the level that stands after calibration; null when there is none
 */
record Share(String value, String stratum, @Nullable Integer before, @Nullable Integer after) {

  static final Share NOTHING = new Share("", "", null, null);

  /** Nothing without a group or a level. */
  static Share of(
      @Nullable String value,
      @Nullable String stratum,
      @Nullable Integer before,
      @Nullable Integer after) {
    return value == null || (before == null && after == null)
        ? NOTHING
        : new Share(value, stratum == null ? "" : stratum, before, after);
  }

  boolean isNothing() {
    return equals(NOTHING);
  }

  @Nullable Integer level(Phase phase) {
    return phase == Phase.BEFORE ? before : after;
  }

  Cell cell(Phase phase) {
    return new Cell(phase, value);
  }

  /** What is left of it in these cells. */
  Share within(Predicate<Cell> cells) {
    return of(
        value,
        stratum,
        cells.test(cell(Phase.BEFORE)) ? before : null,
        cells.test(cell(Phase.AFTER)) ? after : null);
  }

  /** Whether one of two adds something else to a cell than the other. */
  boolean differsIn(Cell cell, Share that) {
    return levelDiffersIn(cell, that) || (levelIn(cell) != null && !stratum.equals(that.stratum));
  }

  private boolean levelDiffersIn(Cell cell, Share that) {
    return !Objects.equals(levelIn(cell), that.levelIn(cell));
  }

  /** The level by which it counts in a cell; null where it doesn't. */
  @Nullable Integer levelIn(Cell cell) {
    return cell.value().equals(value) ? level(cell.phase()) : null;
  }
}
