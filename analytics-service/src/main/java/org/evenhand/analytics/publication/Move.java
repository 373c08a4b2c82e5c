package org.evenhand.analytics.publication;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Phase;

/**
 * So many of a change, as they would be shown: wholly, by half, or not at all.
 *
 * <p>By half, somebody whose level or group before calibration can't move yet is shown after
 * calibration too: the same people have to be seen in both, or one who is held back would keep all
 * others of the group from being seen.
 */
final class Move {

  private static final int NOT_AT_ALL = 2;

  private final Change change;
  private final Share whole;
  private final Share half;
  private long people;
  private int stage;

  private Move(Change change, Share whole, Share half, long people) {
    this.change = change;
    this.whole = whole;
    this.half = half;
    this.people = people;
  }

  /**
   * @param target what would be shown of each
   * @param completes whether everybody who is shown before calibration is after it, also those who
   *     have no rating any more
   */
  static Move of(Change change, Share target, boolean completes) {
    return new Move(change, target, half(change.shown(), target, completes), change.people());
  }

  private static Share half(Share shown, Share whole, boolean completes) {
    if (shown.before() == null) {
      return shown;
    }
    Integer after = whole.after() == null ? shown.after() : whole.after();
    return Share.of(
        shown.value(),
        shown.stratum(),
        shown.before(),
        after == null && completes ? shown.before() : after);
  }

  Change change() {
    return change;
  }

  long people() {
    return people;
  }

  /** What would be shown of each; where a group is not open, nothing of it is seen. */
  Share shown() {
    return stage == 0 ? whole : stage == 1 ? half : change.shown();
  }

  boolean isTakenBack() {
    return stage == NOT_AT_ALL;
  }

  /** By half, or what is left. */
  void takeBack() {
    stage++;
  }

  void hold() {
    stage = NOT_AT_ALL;
  }

  /** Takes some people out of it, who are shown the same until they are taken back. */
  Move split(long some) {
    Move part = new Move(change, whole, half, some);
    part.stage = stage;
    people -= some;
    return part;
  }

  /** The groups that it may add to, or take from. */
  Set<Cell> cells() {
    Set<Cell> cells = new TreeSet<>();
    for (Share share : List.of(change.shown(), whole, half)) {
      for (Phase phase : Phase.values()) {
        if (share.level(phase) != null) {
          cells.add(share.cell(phase));
        }
      }
    }
    return cells;
  }
}
