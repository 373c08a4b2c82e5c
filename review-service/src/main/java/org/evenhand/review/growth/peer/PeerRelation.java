package org.evenhand.review.growth.peer;

import java.util.Set;

/** What a caller is to a request to a peer. */
public enum PeerRelation {
  /** Has nominated the peer. */
  REVIEWEE,
  /** The reviewer, or who acts for them by a delegation. */
  REVIEWER,
  /** Is asked, or was. */
  PEER,
  /** Above the reviewee by LINE. */
  LINE,
  /** HR that serves the unit, outside of its own chain, and has not rated it. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD;

  /** Why a peer says nothing is between them and whoever reviews. */
  public static boolean readsRefusal(Set<PeerRelation> relations) {
    return relations.contains(PEER) || relations.contains(REVIEWER);
  }

  /** The reviewee is told no more than that the reviewer has agreed. */
  public static boolean readsOutcome(Set<PeerRelation> relations) {
    return !relations.contains(REVIEWEE);
  }
}
