package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.review.review.succession.ReviewersChanged;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Has those looked at who are to be peers of a review that has another reviewer. */
@ApplicationScoped
class PassedReviews implements ReviewersChanged {

  private static final String LOOK =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select '%s', q.id, :now, :now from peer_request q
      where q.review_id = any(:reviews) and q.state in ('NOMINATED', 'AGREED', 'ASKED')
      on conflict (kind, subject) do nothing
      """
          .formatted(PeerWatch.KIND);

  private final Clock clock;

  PassedReviews(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<Void> passed(Mutiny.Session session, Collection<UUID> reviews) {
    return session
        .createNativeQuery(LOOK, new AffectedEntities())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("reviews", reviews.toArray(UUID[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }
}
