package org.evenhand.review.growth.upward.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.upward.UpwardRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a round with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class UpwardContexts {

  private final UpwardRepository rounds;
  private final UpwardAccess doors;
  private final Posts posts;
  private final Places places;
  private final Clock clock;

  UpwardContexts(
      UpwardRepository rounds, UpwardAccess doors, Posts posts, Places places, Clock clock) {
    this.rounds = rounds;
    this.doors = doors;
    this.posts = posts;
    this.places = places;
    this.clock = clock;
  }

  /** The round as this viewer may see it; 404 where they may not. */
  public Uni<UpwardContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                rounds
                    .find(session, id)
                    .map(found -> found.orElseThrow(UpwardRepository::unknown))
                    .chain(
                        round ->
                            posts
                                .get(session, round.assignmentId())
                                .chain(post -> places.at(session, post.workLocation()))
                                .map(
                                    days ->
                                        new UpwardContext(
                                            session, round, viewer, relations, days, now()))));
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
