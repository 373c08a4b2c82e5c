package org.evenhand.policy.consultation;

/** What an employee adds to the policy window. */
public enum CommentKind {
  COMMENT,
  EXAMPLE,
  SCENARIO,
  PITFALL
}
