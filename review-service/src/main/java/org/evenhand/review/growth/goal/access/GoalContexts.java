package org.evenhand.review.growth.goal.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a goal with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class GoalContexts {

  private final GoalRepository goals;
  private final GoalAccess doors;
  private final Posts posts;
  private final Places places;
  private final Clock clock;

  GoalContexts(GoalRepository goals, GoalAccess doors, Posts posts, Places places, Clock clock) {
    this.goals = goals;
    this.doors = doors;
    this.posts = posts;
    this.places = places;
    this.clock = clock;
  }

  /** The goal as this viewer may see it; 404 where they may not. */
  public Uni<GoalContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                goals
                    .find(session, id)
                    .map(found -> found.orElseThrow(GoalRepository::unknown))
                    .chain(goal -> of(session, goal, viewer, relations)));
  }

  private Uni<GoalContext> of(
      Mutiny.Session session, Goal goal, Viewer viewer, Set<GoalRelation> relations) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return posts
        .get(session, goal.assignmentId())
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .map(
                        days ->
                            new GoalContext(session, goal, post, viewer, relations, days, now)));
  }
}
