package org.evenhand.policy.notice;

/** What a person acknowledges: a receipt, not consent. */
public enum Stage {
  /** A manager was briefed, so that they can answer their people's questions. */
  BRIEFED,
  /** A person knows what binds them. */
  INFORMED
}
