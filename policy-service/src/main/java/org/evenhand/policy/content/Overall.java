package org.evenhand.policy.content;

/** How the overall rating comes about. */
public enum Overall {
  /** The weighted mean of the criteria in integers, half up. */
  WEIGHTED,
  /** Chosen by the reviewer, with a reason. */
  CHOSEN
}
