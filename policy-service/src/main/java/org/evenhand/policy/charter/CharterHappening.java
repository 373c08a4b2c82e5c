package org.evenhand.policy.charter;

import java.util.Locale;

/** What has happened to a charter, in the audit's words. */
public enum CharterHappening {
  DRAFTED,
  EDITED,
  SIGN_OFF_OPENED,
  /** A signature that was not the last one needed; that one is {@link #SIGNED}. */
  SIGNATURE_GIVEN,
  SIGNER_REPLACED,
  SIGN_OFF_WITHDRAWN,
  REJECTED,
  SIGNED,
  IN_FORCE,
  SUPERSEDED;

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
