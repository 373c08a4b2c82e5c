package org.evenhand.calibration.obligation;

/**
 * How many checks somebody owes of a quarter: as many as a whole one asks for, in proportion to the
 * days on which they were at work and led somebody who works here.
 *
 * @param ofWhole of somebody who did so on all days
 */
record Quota(int ofWhole) {

  /** Who led somebody for fewer days owes nothing. */
  static final int LEAST_DAYS = 45;

  /** Where no policy says how many. */
  static final Quota USUAL = new Quota(2);

  /**
   * @param days on which they led somebody, at work; days that are still to come count as the last
   *     one that is known
   * @param length of the quarter
   */
  int of(int days, int length) {
    return days < LEAST_DAYS || ofWhole == 0
        ? 0
        : Math.max(1, Math.round((float) ofWhole * days / length));
  }
}
