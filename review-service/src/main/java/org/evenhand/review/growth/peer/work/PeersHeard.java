package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.growth.peer.PeerRequest;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.work.PeerViews;

/** What a peer writes into the review is what they were asked for. */
@ApplicationScoped
class PeersHeard implements PeerViews {

  private final PeerRepository requests;
  private final PeerTurns turns;

  PeersHeard(PeerRepository requests, PeerTurns turns) {
    this.requests = requests;
    this.turns = turns;
  }

  @Override
  public Uni<Void> given(ReviewContext context) {
    return requests
        .holdReview(context.session(), context.review().id())
        .chain(() -> requests.ofReview(context.session(), context.review().id()))
        .map(all -> all.stream().filter(one -> one.peerId().equals(context.actor())).toList())
        .invoke(PeersHeard::give)
        .chain(() -> turns.ended(context.session(), context.actor()));
  }

  /** They may have declined, or been found away, since the review was read. */
  private static void give(List<PeerRequest> theirs) {
    if (theirs.stream().noneMatch(PeerRequest::takesAnswer)) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "Nothing is asked of you any more.")
          .allowing(List.of());
    }
    theirs.forEach(PeerRequest::give);
  }
}
