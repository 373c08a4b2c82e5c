package org.evenhand.analytics.disclosure;

/** What stands at the level of a person in a figure. */
public enum FigureOf {
  /** The level at which they are rated. */
  RATINGS,
  /** How their result fared with appeals. */
  APPEALS,
  /** How far they came with the opportunities of a year; 1 is that they could have applied. */
  ACCESS,
  /**
   * How somebody's plans and feedback of a year stand; 1 is that nothing has happened, where a
   * figure knows of that.
   */
  GROWTH;

  /** Whether it is of a year: what stands at the levels of two of them can't be compared. */
  boolean isYearly() {
    return this == ACCESS || this == GROWTH;
  }

  /** Whether somebody at another level than in an earlier figure has moved; else it is another. */
  boolean comparesLevels() {
    return this == RATINGS;
  }

  /** Whether who came or went alone brings the level that they have into a figure. */
  boolean tellsOfMovers() {
    return !isYearly();
  }

  /** Whether everybody of a group may be at this level: it says that nothing has happened. */
  boolean mayAllBeAt(int level) {
    return this == APPEALS || (isYearly() && level == 1);
  }
}
