package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.growth.goal.MovedPosts;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows managers as they go or work elsewhere: their round is looked at anew. Those who are asked
 * may come and go; they were direct reports on the first day.
 */
@ApplicationScoped
class UpwardWatch implements OrgChanges {

  private static final String CONCERNED =
      """
      insert into due_work (kind, subject, due_at, try_at)
      with %s
      select '%s', u.id, :now, :now
      from moved join upward_round u on u.assignment_id = moved.id
      where u.state = 'OPEN'
      on conflict (kind, subject) do update set due_at = excluded.due_at, try_at = excluded.try_at
      """
          .formatted(MovedPosts.FOUND, UpwardClosing.KIND);

  private final MovedPosts moved;
  private final Clock clock;

  UpwardWatch(MovedPosts moved, Clock clock) {
    this.moved = moved;
    this.clock = clock;
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return moved
        .toldSince(session, importId)
        .chain(
            since ->
                session
                    .createNativeQuery(CONCERNED, new AffectedEntities())
                    .setParameter("toldSince", since)
                    .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
