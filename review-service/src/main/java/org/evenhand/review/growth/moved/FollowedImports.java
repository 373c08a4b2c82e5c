package org.evenhand.review.growth.moved;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.review.directory.OrgChanges;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds once for each import what it concerns in the rooms that follow people. Not in the import's
 * own transaction: that would wait for whoever follows just now, and they for it.
 */
@ApplicationScoped
class FollowedImports implements OrgChanges, DueTask {

  private static final String KIND = "moved-posts";

  private final MovedPosts moved;
  private final List<Follower> followers;
  private final DueWork dueWork;
  private final Clock clock;

  FollowedImports(MovedPosts moved, @All List<Follower> followers, DueWork dueWork, Clock clock) {
    this.moved = moved;
    this.followers = followers;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return dueWork.schedule(session, KIND, importId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID importId) {
    return moved
        .toldSince(session, importId)
        .chain(
            since -> {
              Uni<Void> told = Uni.createFrom().voidItem();
              for (Follower follower : followers) {
                told = told.chain(() -> tell(session, follower, since));
              }
              return told;
            });
  }

  private Uni<Void> tell(Mutiny.Session session, Follower follower, OffsetDateTime since) {
    return session
        .createNativeQuery(
            """
            insert into due_work (kind, subject, due_at, try_at)
            with %s, concerned(id) as (%s)
            select '%s', id, :now, :now from concerned
            on conflict (kind, subject) do nothing
            """
                .formatted(MovedPosts.FOUND, follower.concerned(), follower.kind()),
            new AffectedEntities())
        .setParameter("toldSince", since)
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }
}
