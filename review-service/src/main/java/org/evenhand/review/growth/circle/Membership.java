package org.evenhand.review.growth.circle;

/** What somebody is to a circle. */
public enum Membership {
  INVITED,
  JOINED,
  /**
   * A line came between them and another, who had joined before them. They have left by that, read
   * why, and take no place any more.
   */
  IN_LINE
}
