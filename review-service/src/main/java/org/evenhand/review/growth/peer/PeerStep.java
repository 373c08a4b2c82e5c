package org.evenhand.review.growth.peer;

import java.util.Set;

/** What can be done with a request to a peer, and by whom. */
public enum PeerStep {
  AGREEMENT("agreeToPeer", "agreed", PeerRelation.REVIEWER),
  STRIKING("strikePeer", "struck", PeerRelation.REVIEWER),
  REFUSAL("declinePeerRequest", "declined", PeerRelation.PEER);

  private final String operation;
  private final String word;
  private final PeerRelation by;

  PeerStep(String operation, String word, PeerRelation by) {
    this.operation = operation;
    this.word = word;
    this.by = by;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }

  /** How the audit trail names it. */
  public String word() {
    return word;
  }

  public boolean isOf(Set<PeerRelation> relations) {
    return relations.contains(by);
  }
}
