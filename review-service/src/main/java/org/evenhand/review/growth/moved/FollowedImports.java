package org.evenhand.review.growth.moved;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final DueWork dueWork;
  private final Clock clock;
  private final String concerned;

  FollowedImports(MovedPosts moved, @All List<Follower> followers, DueWork dueWork, Clock clock) {
    this.moved = moved;
    this.dueWork = dueWork;
    this.clock = clock;
    this.concerned =
        followers.stream()
            .map(FollowedImports::concerned)
            .collect(
                Collectors.joining(
                    " union all ",
                    """
                    insert into due_work (kind, subject, due_at, try_at)
                    with %s
                    select kind, id, :now, :now from (
                    """
                        .formatted(MovedPosts.FOUND),
                    ") concerned on conflict (kind, subject) do nothing"));
  }

  private static String concerned(Follower follower) {
    return "select '%s' as kind, id from (%s) theirs(id)"
        .formatted(follower.kind(), follower.concerned());
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
            since ->
                session
                    .createNativeQuery(concerned, new AffectedEntities())
                    .setParameter("toldSince", since)
                    .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
