package org.evenhand.review.growth.peer;

import static org.evenhand.review.growth.peer.PeerState.AGREED;
import static org.evenhand.review.growth.peer.PeerState.ASKED;
import static org.evenhand.review.growth.peer.PeerState.DECLINED;
import static org.evenhand.review.growth.peer.PeerState.GIVEN;
import static org.evenhand.review.growth.peer.PeerState.LAPSED;
import static org.evenhand.review.growth.peer.PeerState.NOMINATED;
import static org.evenhand.review.growth.peer.PeerState.STRUCK;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a request to a peer. Who is agreed to is asked once there are two. */
public final class PeerLifecycle implements LifecycleSource {

  static final Lifecycle<PeerState> OF_PEERS =
      Lifecycle.startingAt(NOMINATED, AGREED)
          .may(NOMINATED, "agreeToPeer", AGREED, ASKED)
          .may(NOMINATED, "strikePeer", STRUCK)
          .becomes(NOMINATED, LAPSED)
          .may(AGREED, "strikePeer", STRUCK)
          .becomes(AGREED, ASKED)
          .becomes(AGREED, LAPSED)
          .may(ASKED, "declinePeerRequest", DECLINED)
          .becomes(ASKED, GIVEN)
          .becomes(ASKED, LAPSED)
          .build();

  @Override
  public String schema() {
    return "PeerRequestView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_PEERS;
  }
}
