package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.directory.People.Person;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Fills a seat anew, so that nobody who leaves holds a session up. Whoever has had a seat takes no
 * other: a facilitator knows whose the samples are, and a rater has judged them.
 */
@ApplicationScoped
class Seating {

  private static final String LEAVING = "/leavingId";
  private static final String JOINING = "/joiningExternalId";

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final People people;
  private final Pool pool;
  private final Chronicle chronicle;
  private final Clock clock;

  Seating(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Members members,
      People people,
      Pool pool,
      Chronicle chronicle,
      Clock clock) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.people = people;
    this.pool = pool;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  Uni<Session> replace(UUID id, SeatChange change, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .overseer(db, id, ifMatch)
                .invoke(looked -> mustHaveSeat(looked.session(), change.leavingId()))
                .call(looked -> mayReplace(db, looked, change.leavingId()))
                .chain(
                    looked ->
                        people
                            .atWork(db, Map.of(JOINING, change.joiningExternalId()))
                            .map(found -> found.values().iterator().next())
                            .call(joining -> fits(db, looked, change.leavingId(), joining))
                            .invoke(
                                joining ->
                                    looked
                                        .session()
                                        .replace(
                                            change.leavingId(), joining.id(), Instant.now(clock)))
                            .call(
                                joining ->
                                    chronicle.noted(
                                        db,
                                        looked.session(),
                                        "seat-replaced",
                                        looked.viewer().person().orElseThrow(),
                                        change))
                            .replaceWith(looked.session())));
  }

  private static void mustHaveSeat(Session session, UUID leaving) {
    if (!session.member(leaving)) {
      throw Problem.of(CalibrationProblem.SEAT_TAKEN, "A seat is left by whoever has it.")
          .with(Violation.at(LEAVING, "has no seat in this session"));
    }
  }

  /**
   * The two facilitators stand for two sides: neither puts somebody else in the other's place. Who
   * is at work passes the seat on; hr-lead is neither side.
   */
  private Uni<Void> mayReplace(Mutiny.Session db, Members.Looked looked, UUID leaving) {
    var by = looked.viewer().person().orElseThrow();
    boolean otherSide = looked.session().facilitates(leaving) && !leaving.equals(by);
    if (!otherSide || !looked.viewer().facilitates(looked.session())) {
      return Uni.createFrom().voidItem();
    }
    return people
        .atWork(db, Set.of(leaving))
        .invoke(
            present -> {
              if (!present.isEmpty()) {
                throw Problem.of(
                        CalibrationProblem.SECOND_PERSON_REQUIRED,
                        "The other facilitator is at work: they pass the seat on themselves, or"
                            + " hr-lead does.")
                    .with(Violation.at(LEAVING, "is at work"));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> fits(Mutiny.Session db, Members.Looked looked, UUID leaving, Person joining) {
    var session = looked.session();
    if (session.knows(joining.id())) {
      throw Problem.of(
              CalibrationProblem.SEAT_TAKEN, "Whoever has or had a seat takes no other one.")
          .with(Violation.at(JOINING, "has or had a seat in this session"));
    }
    if (!session.facilitates(leaving)) {
      return canScore(db, session, joining.id());
    }
    var apart = mustBeApart(db, session, joining.id());
    if (session.coFacilitatorId().equals(leaving)) {
      Lineup.mustLead(JOINING, joining);
      return apart;
    }
    boolean leadTakesIt =
        members.servesEverywhere()
            && looked.viewer().person().filter(joining.id()::equals).isPresent();
    return leadTakesIt ? apart : apart.chain(() -> mustServe(db, session, joining.id()));
  }

  private Uni<Void> canScore(Mutiny.Session db, Session session, UUID joining) {
    return repository
        .scored(db, session)
        .chain(
            reviews ->
                pool.conflicts(db, joining, reviews)
                    .invoke(
                        close -> {
                          if (close.containsAll(reviews)) {
                            throw Problem.of(
                                    CalibrationProblem.CONFLICT_OF_INTEREST,
                                    "This rater may score nothing in the session.")
                                .with(Violation.at(JOINING, "is too close to all that is scored"));
                          }
                        }))
        .replaceWithVoid();
  }

  private Uni<Void> mustBeApart(Mutiny.Session db, Session session, UUID joining) {
    return pool.conflicts(db, joining, session.reviewIds())
        .invoke(
            close -> {
              if (!close.isEmpty()) {
                throw Problem.of(
                        CalibrationProblem.CONFLICT_OF_INTEREST,
                        "A facilitator is close to no review of the session.")
                    .with(
                        Violation.at(
                            JOINING, "is too close to %d of the reviews".formatted(close.size())));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> mustServe(Mutiny.Session db, Session session, UUID joining) {
    return pool.unserved(db, joining, session.reviewIds())
        .invoke(
            unserved -> {
              if (!unserved.isEmpty()) {
                throw Problem.of(
                        CalibrationProblem.SEAT_TAKEN,
                        "The facilitator serves the units of all reviews.")
                    .with(
                        Violation.at(
                            JOINING,
                            "doesn't serve the units of %d of the reviews today"
                                .formatted(unserved.size())));
              }
            })
        .replaceWithVoid();
  }
}
