package org.evenhand.review.policy;

/** How the overall comes about: by the weights of the criteria, or chosen with a reason. */
public enum OverallRule {
  WEIGHTED,
  CHOSEN
}
