package org.evenhand.review.growth.feedback;

/** For whom its author writes it. Its recipients alone can open it to more. */
public enum FeedbackVisibility {
  RECIPIENT,
  /** Also for who leads them, or asked for it and leads them, when it is given; nobody later. */
  RECIPIENT_AND_MANAGER,
  /** For everybody in the company; recognition alone. */
  PUBLIC
}
