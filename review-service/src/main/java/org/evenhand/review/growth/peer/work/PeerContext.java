package org.evenhand.review.growth.peer.work;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.peer.PeerRelation;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.growth.peer.PeerState;
import org.evenhand.review.growth.peer.PeerStep;
import org.evenhand.review.review.Allowed;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a request to a peer has at hand. */
record PeerContext(
    Mutiny.Session session,
    PeerRequest request,
    Review review,
    Cycle cycle,
    Viewer viewer,
    Set<PeerRelation> relations)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** Whether the review still takes what peers say. */
  boolean isOpen() {
    return Allowed.actions(review, cycle.state()).contains(ReviewAction.PEER_CONTRIBUTION);
  }

  /** What the caller sees of where it stands. */
  PeerState state() {
    PeerState now = request.state(isOpen());
    boolean tellsOutcome = request.wasAsked() || now == PeerState.LAPSED && isOpen();
    return tellsOutcome && !PeerRelation.readsOutcome(relations) ? PeerState.AGREED : now;
  }

  /** Whoever doesn't read what came of it doesn't see either that something has. */
  long version() {
    if (PeerRelation.readsOutcome(relations)) {
      return request.version();
    }
    return state() == PeerState.NOMINATED ? 0 : 1;
  }

  /** The steps that are both allowed by the state and the caller's to take. */
  List<String> open() {
    List<String> allowed = request.allowed();
    return Stream.of(PeerStep.values())
        .filter(step -> isOpen() && step.isOf(relations))
        .map(PeerStep::operation)
        .filter(allowed::contains)
        .toList();
  }
}
