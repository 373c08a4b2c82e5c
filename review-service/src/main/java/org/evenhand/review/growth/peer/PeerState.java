package org.evenhand.review.growth.peer;

/** Where a request to a peer stands. */
public enum PeerState {
  /** By the reviewee; the reviewer hasn't said anything yet. */
  NOMINATED,
  /** By the reviewer, with a reason that the reviewee reads; the peer never learns of it. */
  STRUCK,
  /** By the reviewer; nobody is asked before there are two. */
  AGREED,
  ASKED,
  GIVEN,
  /** By the peer. */
  DECLINED,
  /** The peer is away or gone, or the review went on without them. */
  LAPSED;

  /** Whether something may still come of it, or has. */
  public boolean isLiving() {
    return this == NOMINATED || this == AGREED || this == ASKED || this == GIVEN;
  }

  boolean waits() {
    return this == NOMINATED || this == AGREED || this == ASKED;
  }
}
