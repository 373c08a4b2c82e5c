package org.evenhand.review.growth.catalogue;

/** What makes an entry usable by more people. */
public enum AccessFeature {
  STEP_FREE,
  HEARING_LOOP,
  CAPTIONS,
  SIGN_LANGUAGE,
  SCREEN_READER,
  QUIET_ROOM,
  REMOTE
}
