package org.evenhand.policy.training;

import java.util.Locale;

/** What has happened to a completion, in the audit's words. */
public enum CompletionHappening {
  ENROLLED,
  COMPLETED,
  TAKEN_BACK,
  EXEMPTION_PROPOSED,
  EXEMPTED,
  STANDS_STILL,
  GOES_ON,
  EXPIRED;

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it changes until when something counts, of which our services learn. */
  boolean isTold() {
    return this != ENROLLED && this != EXEMPTION_PROPOSED;
  }
}
