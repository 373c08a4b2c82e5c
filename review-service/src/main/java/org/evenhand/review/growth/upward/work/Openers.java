package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.upward.access.UpwardAccess;
import org.evenhand.review.growth.upward.access.UpwardContexts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who is to open a round about whom. */
@ApplicationScoped
class Openers {

  private final UpwardAccess doors;
  private final UpwardContexts contexts;
  private final Posts posts;
  private final Places places;
  private final Directory directory;
  private final Access access;

  Openers(
      UpwardAccess doors,
      UpwardContexts contexts,
      Posts posts,
      Places places,
      Directory directory,
      Access access) {
    this.doors = doors;
    this.contexts = contexts;
    this.posts = posts;
    this.places = places;
    this.directory = directory;
    this.access = access;
  }

  /**
   * The caller before a manager.
   *
   * @param post empty where nobody of that id works here, or not in that assignment
   * @param opens whether a round about them is the caller's to open
   * @param days of the place where the manager works
   */
  record Opener(
      Mutiny.Session session,
      Viewer viewer,
      Optional<Post> post,
      boolean opens,
      WorkingDays days,
      Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }

    LocalDate today() {
      return days.today(at);
    }
  }

  /**
   * @param assignmentId null for the main one
   */
  Uni<Opener> of(Mutiny.Session session, UUID manager, @Nullable String assignmentId) {
    return access
        .acting(session)
        .chain(
            viewer ->
                directory
                    .byId(session, manager)
                    .map(
                        found ->
                            found
                                .filter(person -> !person.left())
                                .flatMap(
                                    person -> person.assignment(Optional.ofNullable(assignmentId)))
                                .map(Assignment::id))
                    .chain(
                        assignment ->
                            assignment
                                .map(id -> of(session, viewer, id))
                                .orElseGet(() -> nobody(session, viewer))));
  }

  private Uni<Opener> nobody(Mutiny.Session session, Viewer viewer) {
    return Uni.createFrom()
        .item(
            new Opener(
                session, viewer, Optional.empty(), false, WorkingDays.unknown(), contexts.now()));
  }

  private Uni<Opener> of(Mutiny.Session session, Viewer viewer, UUID assignment) {
    return posts
        .get(session, assignment)
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .chain(
                        days ->
                            doors
                                .opens(session, viewer, assignment)
                                .map(
                                    opens ->
                                        new Opener(
                                            session,
                                            viewer,
                                            Optional.of(post).filter(Post::open),
                                            opens,
                                            days,
                                            contexts.now()))));
  }
}
