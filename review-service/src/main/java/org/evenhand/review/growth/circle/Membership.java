package org.evenhand.review.growth.circle;

/** What somebody is to a circle. */
public enum Membership {
  INVITED,
  JOINED,
  /** A line came between them and another, who was there before; they don't take part any more. */
  IN_LINE
}
