package org.evenhand.policy.version;

import java.util.Locale;

/** What can be done to a version, named as in its address. */
public enum Transition {
  EDIT,
  CONSULTATION,
  COMMENTS,
  DISPOSITION,
  SIGN_OFF_OPENING,
  SIGN_OFFS,
  ANNOUNCEMENT,
  ACKNOWLEDGEMENTS,
  WITHDRAWAL,
  RETIREMENT;

  /** As a client reads it in {@code actions} and {@code allowed}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
