package org.evenhand.kit.data.waiver;

/** Why something needn't be done. It never says why somebody is away. */
public enum WaiverReason {
  /** Whoever owes it isn't there in time. */
  AWAY,
  /** What it was for has been met otherwise. */
  MET_OTHERWISE,
  /** It should never have been asked for. */
  ASKED_IN_ERROR,
  OTHER
}
