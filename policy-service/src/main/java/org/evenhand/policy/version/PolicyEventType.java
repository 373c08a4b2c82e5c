package org.evenhand.policy.version;

import java.util.Locale;

/** What has happened to a version. Each is one event and one entry in the audit trail. */
public enum PolicyEventType {
  DRAFTED,
  EDITED,
  CONSULTATION_OPENED,
  SIGN_OFF_OPENED,
  /** A signature that was not the last one needed; that one is {@link #APPROVED}. */
  SIGNED,
  SIGNER_REPLACED,
  REJECTED,
  APPROVED,
  ANNOUNCED,
  EFFECTIVE,
  SUPERSEDED,
  ENDING_PROPOSED,
  ENDING_WITHDRAWN,
  RETIRED,
  WITHDRAWN;

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether subscribers get the whole version with it, so that none needs to ask for it. */
  public boolean carriesContent() {
    return this == ANNOUNCED || this == EFFECTIVE;
  }
}
