package org.evenhand.policy.guidance.access;

/**
 * What somebody is to a request. Whoever is none of these can't tell it from one that isn't there.
 */
public enum GuidanceRelation {
  ASKER,
  CLAIMER,
  /** Of HR outside the chain: they learn that somebody asks, and claim it before they read it. */
  HELPER,
  /** Whoever claimed it and is in the chain since then, or serves no more: they give it back. */
  BARRED,
  /** Whoever has just given it back: they find it no more. */
  RETURNER,
  /** An HR lead outside the chain, once it is late: they learn its age, and can give it back. */
  OVERSEER;

  /** Whether they read it. */
  public boolean isParty() {
    return this == ASKER || this == CLAIMER;
  }
}
