package org.evenhand.calibration.session.planning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.directory.People.Person;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.pool.ExercisePool;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.SessionSteps;
import org.evenhand.calibration.session.Transition;
import org.evenhand.calibration.training.Requirement;
import org.evenhand.calibration.training.TrainingGate;
import org.evenhand.kit.data.idempotency.Answer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Takes seats and fills them anew, so that nobody who leaves holds a session up. Whoever has had a
 * seat takes no other: a facilitator knows whose the samples are, and a rater has judged them.
 */
@ApplicationScoped
class Seats {

  private final SessionSteps steps;
  private final SessionRepository repository;
  private final People people;
  private final Pool pool;
  private final ConflictsOfInterest conflicts;
  private final ExercisePool exercises;
  private final TrainingGate trained;

  Seats(
      SessionSteps steps,
      SessionRepository repository,
      People people,
      Pool pool,
      ConflictsOfInterest conflicts,
      ExercisePool exercises,
      TrainingGate trained) {
    this.steps = steps;
    this.repository = repository;
    this.people = people;
    this.pool = pool;
    this.conflicts = conflicts;
    this.exercises = exercises;
    this.trained = trained;
  }

  /** The manager takes the seat; who doesn't want it cancels, or names somebody else. */
  Uni<Answer> agree(UUID id, @Nullable String ifMatch) {
    return steps
        .byCoFacilitator(id, ifMatch)
        .takeNow(
            context -> {
              context.calibration().agreeToFacilitate(context.at());
              return SessionEvents.noted("co-facilitator-agreed", null);
            });
  }

  Uni<Answer> replace(UUID id, SeatChange change, @Nullable String ifMatch) {
    return steps
        .byOverseer(id, ifMatch)
        .take(
            context ->
                succession(context, change)
                    .map(Succession::successor)
                    .call(successor -> requireTrained(context, change.leavingId(), successor))
                    .invoke(
                        successor ->
                            context
                                .calibration()
                                .replace(change.leavingId(), successor, context.at()))
                    .replaceWith(SessionEvents.noted("seat-replaced", change)));
  }

  /** A rater only scores; whoever holds the session is trained for it. */
  private Uni<Void> requireTrained(SessionContext context, UUID leaving, UUID successor) {
    var session = context.calibration();
    return session.members().facilitates(leaving)
        ? trained.require(
            context.session(),
            context.occasion(),
            Requirement.FACILITATING,
            Map.of(Succession.JOINING, successor))
        : Uni.createFrom().voidItem();
  }

  private Uni<Succession> succession(SessionContext context, SeatChange change) {
    context.calibration().require(Transition.REPLACE_SEAT);
    return people
        .atWork(context.session(), Map.of(Succession.JOINING, change.joiningExternalId()))
        .map(found -> found.values().iterator().next())
        .chain(joining -> succession(context, change.leavingId(), joining));
  }

  private Uni<Succession> succession(SessionContext context, UUID leaving, Person joining) {
    var db = context.session();
    var session = context.calibration();
    return people
        .atWork(db, Set.of(leaving))
        .chain(
            present ->
                repository
                    .scored(db, session)
                    .chain(scored -> candidacy(db, session, leaving, joining, scored))
                    .map(
                        candidacy ->
                            new Succession(
                                session,
                                context.caller(),
                                leaving,
                                !present.isEmpty(),
                                joining,
                                candidacy)));
  }

  /** Who has read a text before doesn't score it in an exercise. */
  private Uni<Set<UUID>> closed(Mutiny.Session db, Session session, UUID leaving, UUID joining) {
    return session.isExercise() && session.members().isRater(leaving)
        ? exercises.closedTo(db, joining, session.reviewIds())
        : conflicts.of(db, joining, session.reviewIds());
  }

  private Uni<Succession.Candidacy> candidacy(
      Mutiny.Session db, Session session, UUID leaving, Person joining, List<UUID> scored) {
    return closed(db, session, leaving, joining.id())
        .chain(
            close ->
                pool.unserved(db, joining.id(), session.reviewIds())
                    .map(unserved -> new Succession.Candidacy(scored, close, unserved)));
  }
}
