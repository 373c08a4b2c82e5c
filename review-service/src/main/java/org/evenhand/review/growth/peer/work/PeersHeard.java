package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.review.growth.peer.PeerRepository;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.work.PeerViews;

/** What a peer writes into the review is what they were asked for. */
@ApplicationScoped
class PeersHeard implements PeerViews {

  private final PeerRepository requests;

  PeersHeard(PeerRepository requests) {
    this.requests = requests;
  }

  @Override
  public Uni<Void> given(ReviewContext context) {
    return requests
        .holdAll(context.session(), context.review().id())
        .invoke(
            all ->
                all.stream()
                    .filter(request -> request.peerId().equals(context.actor()))
                    .forEach(request -> request.give()))
        .replaceWithVoid();
  }
}
