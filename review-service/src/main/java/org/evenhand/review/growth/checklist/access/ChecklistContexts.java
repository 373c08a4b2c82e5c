package org.evenhand.review.growth.checklist.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a checklist with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class ChecklistContexts {

  private final ChecklistRepository lists;
  private final ChecklistAccess doors;
  private final Posts posts;
  private final Places places;
  private final Clock clock;

  ChecklistContexts(
      ChecklistRepository lists, ChecklistAccess doors, Posts posts, Places places, Clock clock) {
    this.lists = lists;
    this.doors = doors;
    this.posts = posts;
    this.places = places;
    this.clock = clock;
  }

  /** The list as this viewer may see it; 404 where they may not. */
  public Uni<ChecklistContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                lists
                    .find(session, id)
                    .map(found -> found.orElseThrow(ChecklistRepository::unknown))
                    .chain(list -> of(session, list, viewer, relations)));
  }

  private Uni<ChecklistContext> of(
      Mutiny.Session session, Checklist list, Viewer viewer, Set<ChecklistRelation> relations) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return posts
        .get(session, list.assignmentId())
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .map(
                        days ->
                            new ChecklistContext(
                                session, list, post, viewer, relations, days, now)));
  }
}
