package org.evenhand.review.growth.upward.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.upward.UpwardRepository;
import org.evenhand.review.growth.upward.UpwardRound;
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

  /**
   * Several rounds, in their order.
   *
   * @param relations of the viewer to each
   */
  public Uni<List<UpwardContext>> of(
      Mutiny.Session session,
      List<UpwardRound> seen,
      Viewer viewer,
      Map<UUID, Set<UpwardRelation>> relations) {
    Instant now = now();
    return posts
        .byIds(session, seen.stream().map(UpwardRound::assignmentId).toList())
        .chain(
            found ->
                places
                    .atAll(session, found.values().stream().map(Post::workLocation).toList())
                    .map(
                        days ->
                            seen.stream()
                                .map(
                                    round ->
                                        new UpwardContext(
                                            session,
                                            round,
                                            viewer,
                                            relations.getOrDefault(round.id(), Set.of()),
                                            days(round, found, days),
                                            now))
                                .toList()));
  }

  private static WorkingDays days(
      UpwardRound round, Map<UUID, Post> posts, Map<String, WorkingDays> days) {
    return Optional.ofNullable(posts.get(round.assignmentId()))
        .map(Post::workLocation)
        .map(days::get)
        .orElseGet(WorkingDays::unknown);
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
