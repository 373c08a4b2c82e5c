package org.evenhand.policy.training;

import java.util.Locale;

/** What has happened to a module, in the audit's words. */
public enum ModuleHappening {
  PROPOSED,
  EDITED,
  WRITTEN,
  /** One of the two has agreed, and the other hasn't yet. */
  AGREED,
  OFFERED,
  WITHDRAWN,
  RETIREMENT_PROPOSED,
  RETIREMENT_WITHDRAWN,
  RETIRED,
  CO_LEAD_REPLACED;

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether our services learn of it. */
  boolean isTold() {
    return this == OFFERED || this == RETIRED;
  }
}
