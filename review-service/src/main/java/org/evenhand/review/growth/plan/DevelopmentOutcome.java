package org.evenhand.review.growth.plan;

/** How an action of a plan ends. */
public enum DevelopmentOutcome {
  DONE,
  DROPPED
}
