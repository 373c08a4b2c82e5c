package org.evenhand.review.growth.feedback;

/** Why HR takes feedback away. */
public enum HidingReason {
  OFFENSIVE,
  DISCRIMINATING,
  /** It tells of health, family or what else is nobody's business. */
  PRIVATE,
  /** It tells what the company may not tell. */
  CONFIDENTIAL,
  /** It is about somebody else, or about nothing that they did. */
  MISDIRECTED
}
