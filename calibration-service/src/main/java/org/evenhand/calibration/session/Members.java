package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
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

    boolean isCoFacilitator() {
      return session.coFacilitatorId().equals(person);
    }
  }

  Uni<UUID> caller(Mutiny.Session db) {
    return people.caller(db, caller);
  }

  /**
   * Whoever comes by hr-lead's door serves all units; what is their own is closed by the object.
   */
  boolean servesEverywhere() {
    return caller.has(Roles.HR_LEAD);
  }

  /** A person; no client has a role that opens these doors. */
  Uni<Viewer> viewer(Mutiny.Session db) {
    return caller(db).map(person -> new Viewer(Optional.of(person), caller.has(Roles.HR_LEAD)));
  }

  /** Which sessions a list shows; a single one is hidden by the same rule. */
  SessionRepository.Shown shownTo(Viewer viewer) {
    return new SessionRepository.Shown(
        viewer.person(), viewer.lead(), caller.has(Roles.AUDITOR) && !viewer.lead());
  }

  /** A session as somebody may look at it. */
  record Looked(Session session, Viewer viewer) {}

  /**
   * @throws Problem 404 to all but members, hr-lead and auditors; also to hr-lead where it holds a
   *     review of their own, or of somebody above them
   */
  Uni<Looked> visible(Mutiny.Session db, UUID id) {
    return viewer(db)
        .chain(
            viewer ->
                sessions.get(db, id, shownTo(viewer)).map(session -> new Looked(session, viewer)));
  }

  /** A member of any kind, by name: hr-lead's door doesn't do here. */
  Uni<Seat> member(Mutiny.Session db, UUID id) {
    return caller(db)
        .chain(
            person ->
                sessions
                    .get(db, id, new SessionRepository.Shown(Optional.of(person), false, false))
                    .map(session -> new Seat(session, person)));
  }

  /**
   * A facilitator who may act now: the one of HR serves all units, the manager has agreed.
   *
   * @throws Problem 403 to a rater, and to a facilitator who doesn't serve the units any more
   */
  Uni<Seat> facilitator(Mutiny.Session db, UUID id, @Nullable String ifMatch) {
    return member(db, id)
        .invoke(
            seat -> {
              if (!seat.session().facilitates(seat.person())) {
                throw Problem.of(CommonProblem.FORBIDDEN, "This is for the facilitators.");
              }
            })
        .call(seat -> serving(db, seat.session(), seat.person()))
        .map(seat -> seat.at(ifMatch))
        .invoke(Members::mustHaveAgreed);
  }

  static void mustHaveAgreed(Seat seat) {
    if (seat.isCoFacilitator() && !seat.session().isAgreed()) {
      throw Problem.of(
              CalibrationProblem.CO_FACILITATOR_NOT_AGREED,
              "Take the seat first: agree to hold the session beside its facilitator.")
          .allowing(Set.of("agreeToFacilitate"));
    }
  }

  /** Whoever may end a session and fill its seats: its facilitators, and hr-lead. */
  Uni<Looked> overseer(Mutiny.Session db, UUID id, @Nullable String ifMatch) {
    return visible(db, id)
        .invoke(
            looked -> {
              if (!looked.viewer().oversees(looked.session())) {
                throw Problem.of(
                    CommonProblem.FORBIDDEN, "This is for the facilitators and hr-lead.");
              }
              Preconditions.require(ifMatch, looked.session().version());
            });
  }

  /**
   * HR reads and acts only where it serves, on that day. A seat that was right when it was taken
   * opens nothing afterwards.
   */
  Uni<Void> serving(Mutiny.Session db, Session session, UUID person) {
    if (!session.facilitatorId().equals(person) || servesEverywhere()) {
      return Uni.createFrom().voidItem();
    }
    return pool.unserved(db, person, session.reviewIds())
        .invoke(
            unserved -> {
              if (!unserved.isEmpty()) {
                throw Problem.of(
                    CalibrationProblem.UNITS_NOT_SERVED,
                    "%d of the session's reviews are of units that you don't serve today: pass the"
                            .formatted(unserved.size())
                        + " seat on, or cancel the session.");
              }
            })
        .replaceWithVoid();
  }

  /** Those of the reviews that somebody is too close to; none for somebody who is no employee. */
  Uni<Set<UUID>> tooClose(Mutiny.Session db, Viewer viewer, Collection<UUID> reviews) {
    return viewer
        .person()
        .map(person -> pool.conflicts(db, person, reviews))
        .orElseGet(() -> Uni.createFrom().item(Set.of()));
  }

  /**
   * @throws Problem 422 when the person is too close to one of the reviews to have a say
   */
  Uni<Void> unconflicted(Mutiny.Session db, UUID person, Collection<UUID> reviews) {
    return pool.conflicts(db, person, reviews)
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
}
