package org.evenhand.review.growth.checkin.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a check-in with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class CheckInContexts {

  private final CheckInRepository checkIns;
  private final CheckInAccess doors;
  private final Posts posts;
  private final Places places;
  private final Clock clock;

  CheckInContexts(
      CheckInRepository checkIns, CheckInAccess doors, Posts posts, Places places, Clock clock) {
    this.checkIns = checkIns;
    this.doors = doors;
    this.posts = posts;
    this.places = places;
    this.clock = clock;
  }

  /** The check-in as this viewer may see it; 404 where they may not. */
  public Uni<CheckInContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                checkIns
                    .find(session, id)
                    .map(found -> found.orElseThrow(CheckInRepository::unknown))
                    .chain(checkIn -> of(session, checkIn, viewer, relations)));
  }

  private Uni<CheckInContext> of(
      Mutiny.Session session, CheckIn checkIn, Viewer viewer, Set<CheckInRelation> relations) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return posts
        .get(session, checkIn.pair().assignmentId())
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .map(
                        days ->
                            new CheckInContext(
                                session, checkIn, post, viewer, relations, days, now)));
  }
}
