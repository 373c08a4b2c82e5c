package org.evenhand.calibration.session.planning;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.pool.ExercisePool;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.calibration.session.CancellationListener;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionSteps;
import org.evenhand.calibration.session.SessionView;
import org.evenhand.calibration.training.Occasion;
import org.evenhand.calibration.training.Requirement;
import org.evenhand.calibration.training.TrainingGate;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Plans sessions, and ends those that come to nothing. */
@ApplicationScoped
class Plans {

  private final Steps steps;
  private final SessionSteps sessionSteps;
  private final People people;
  private final Pool pool;
  private final ExercisePool exercises;
  private final ConflictsOfInterest conflicts;
  private final TrainingGate trained;
  private final List<CancellationListener> listeners;
  private final Clock clock;

  /** Not to be repeated by anybody: the draw would tell whose reviews raters read. */
  private final Random random = new SecureRandom();

  Plans(
      Steps steps,
      SessionSteps sessionSteps,
      People people,
      Pool pool,
      ExercisePool exercises,
      ConflictsOfInterest conflicts,
      TrainingGate trained,
      @All List<CancellationListener> listeners,
      Clock clock) {
    this.steps = steps;
    this.sessionSteps = sessionSteps;
    this.people = people;
    this.pool = pool;
    this.exercises = exercises;
    this.conflicts = conflicts;
    this.trained = trained;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Before there is a session. */
  private record Planning(Mutiny.Session session, Actor caller, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }
  }

  /** The caller becomes the facilitator. */
  Uni<Answer> plan(NewSession wanted) {
    return steps
        .load(this::planning)
        .permitAll()
        .add()
        .take(planning -> choice(planning, wanted).chain(choice -> plan(planning, wanted, choice)))
        .tell((planning, session) -> List.of(SessionEvents.became().of(session)))
        .answerNow((planning, session) -> created(session, planning.caller()));
  }

  private Uni<Planning> planning(Mutiny.Session db) {
    return people
        .caller(db)
        .map(caller -> new Planning(db, caller, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private Uni<Choice> choice(Planning planning, NewSession wanted) {
    return people
        .atWork(planning.session(), wanted.seats())
        .map(named -> Lineup.of(planning.actor(), named))
        .call(
            lineup ->
                trained.require(
                    planning.session(),
                    occasion(planning, wanted),
                    Requirement.FACILITATING,
                    lineup.facilitators()))
        .chain(lineup -> choice(planning, wanted, lineup));
  }

  private static Occasion occasion(Planning planning, NewSession wanted) {
    return switch (wanted.purpose()) {
      case CALIBRATION -> Occasion.ofCycle(wanted.cycleId());
      case EXERCISE -> new Occasion(wanted.cycleId(), planning.at());
    };
  }

  private Uni<Choice> choice(Planning planning, NewSession wanted, Lineup lineup) {
    return candidates(planning.session(), wanted, lineup.panel(planning.caller().lead()))
        .map(candidates -> Choice.of(wanted, lineup, candidates))
        .chain(
            choice ->
                conflicts
                    .of(planning.session(), lineup.raters().values(), choice.scarce())
                    .map(choice::knowing));
  }

  private Uni<List<Pool.Candidate>> candidates(
      Mutiny.Session db, NewSession wanted, Pool.Panel panel) {
    return switch (wanted.purpose()) {
      case CALIBRATION -> pool.candidates(db, wanted.cycleId(), panel);
      case EXERCISE -> exercises.candidates(db, wanted.cycleId(), panel);
    };
  }

  private Uni<Session> plan(Planning planning, NewSession wanted, Choice choice) {
    var plan = choice.lineup().plan(wanted, choice.reviews(random));
    var session = Session.plan(Ids.next(), plan, planning.at());
    return planning.session().persist(session).replaceWith(session);
  }

  private static Answer created(Session session, Actor facilitator) {
    return Answer.created(
        URI.create("/v1/calibration-sessions/" + session.id()),
        session.version(),
        SessionView.of(session, facilitator));
  }

  /** Ends it without a decision; review-service gives its reviews back to the pool. */
  Uni<Answer> cancel(UUID id, String reason, @Nullable String ifMatch) {
    return sessionSteps
        .byOverseer(id, ifMatch)
        .take(
            context -> {
              context.calibration().cancel(reason, context.actor(), context.at());
              return cancelled(context).replaceWith(SessionEvents.became());
            });
  }

  private Uni<Void> cancelled(SessionContext context) {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(
            each -> each.sessionCancelled(context.session(), context.calibration()))
        .collect()
        .last();
  }
}
