package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.Caller;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Preconditions;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Roles;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who may do what in a session. To anyone else it doesn't exist. */
@ApplicationScoped
class Members {

  private final Caller caller;
  private final People people;
  private final Pool pool;
  private final SessionRepository sessions;

  Members(Caller caller, People people, Pool pool, SessionRepository sessions) {
    this.caller = caller;
    this.people = people;
    this.pool = pool;
    this.sessions = sessions;
  }

  /** A session and the person who looks at it. */
  record Seat(Session session, UUID person) {

    Seat at(@Nullable String ifMatch) {
      Preconditions.require(ifMatch, session.version());
      return this;
    }
  }

  Uni<UUID> caller(Mutiny.Session db) {
    return people.caller(db, caller);
  }

  /** Empty for a client. */
  Uni<Optional<UUID>> viewer(Mutiny.Session db) {
    return caller.isClient()
        ? Uni.createFrom().item(Optional.empty())
        : caller(db).map(Optional::of);
  }

  /** Null for those who see every session: hr-lead and auditor. */
  Uni<@Nullable UUID> listedFor(Mutiny.Session db) {
    return caller.has(Roles.HR_LEAD) || caller.has(Roles.AUDITOR)
        ? Uni.createFrom().nullItem()
        : caller(db);
  }

  /**
   * @throws Problem 404 to all but members, hr-lead and auditors
   */
  Uni<Session> visible(Mutiny.Session db, UUID id) {
    return listedFor(db)
        .chain(
            person ->
                sessions
                    .get(db, id)
                    .invoke(
                        session -> {
                          if (person != null && !session.member(person)) {
                            throw hidden(id);
                          }
                        }));
  }

  /** A member of any kind, by name: hr-lead's door doesn't do here. */
  Uni<Seat> member(Mutiny.Session db, UUID id) {
    return seat(db, id)
        .invoke(
            seat -> {
              if (!seat.session().member(seat.person())) {
                throw hidden(id);
              }
            });
  }

  Uni<Seat> facilitator(Mutiny.Session db, UUID id) {
    return member(db, id)
        .invoke(
            seat -> {
              if (!seat.session().facilitates(seat.person())) {
                throw Problem.of(CommonProblem.FORBIDDEN, "This is for the facilitators.");
              }
            });
  }

  Uni<Seat> seat(Mutiny.Session db, UUID id) {
    return caller(db)
        .chain(person -> sessions.get(db, id).map(session -> new Seat(session, person)));
  }

  /** Those of the reviews that the caller is too close to; none for somebody who is no employee. */
  Uni<List<UUID>> tooClose(Mutiny.Session db, Collection<UUID> reviews) {
    return viewer(db)
        .chain(
            viewer ->
                viewer
                    .map(person -> pool.conflicts(db, person, reviews))
                    .orElseGet(() -> Uni.createFrom().item(List.of())));
  }

  /**
   * @throws Problem 422 when the person is too close to the review to have a say
   */
  Uni<Void> unconflicted(Mutiny.Session db, UUID person, UUID review) {
    return pool.conflicts(db, person, List.of(review))
        .invoke(
            found -> {
              if (!found.isEmpty()) {
                throw Problem.of(
                    CalibrationProblem.CONFLICT_OF_INTEREST,
                    "Nobody has a say about themself, their reports, their own managers, or a"
                        + " review that they contributed to.");
              }
            })
        .replaceWithVoid();
  }

  static Problem hidden(UUID id) {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no calibration session " + id);
  }
}
