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
  SIGNER_REPLACEMENT,
  /** By HR alone, of a version that the other side has not agreed to yet. */
  WITHDRAWAL,
  /** A proposal to end what both sides have agreed to. */
  ENDING,
  ENDING_COUNTERSIGNATURE,
  ENDING_WITHDRAWAL;

  /** As a client reads it in {@code actions} and {@code allowed}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
