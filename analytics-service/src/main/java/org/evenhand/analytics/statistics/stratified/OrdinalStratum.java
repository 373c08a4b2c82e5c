package org.evenhand.analytics.statistics.stratified;

import org.evenhand.analytics.statistics.LevelCounts;

/**
 * Two groups within one stratum, for example one job family at one level.
 *
 * @param name of the stratum
 * @param focal the group looked at; may be empty
 * @param reference the group it is held against, on the same scale; may be empty
 */
public record OrdinalStratum(String name, LevelCounts focal, LevelCounts reference) {
  public OrdinalStratum {
    focal.requireSameScale(reference);
  }

  long people() {
    return Math.addExact(focal.people(), reference.people());
  }

  /** Both groups are here. */
  boolean isShared() {
    return focal.people() > 0 && reference.people() > 0;
  }

  /** The stratum by who is at or above an ordinal. */
  SelectionStratum selection(int favourableFrom) {
    return new SelectionStratum(
        name, focal.atOrAbove(favourableFrom), reference.atOrAbove(favourableFrom));
  }

  /** Both groups are here, and not everybody is rated the same: the stratum says something. */
  boolean isInformative() {
    if (!isShared()) {
      return false;
    }
    LevelCounts all = focal.plus(reference);
    return all.lowest() < all.highest();
  }
}
