package org.evenhand.calibration.session.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.pool.ExercisePool;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far the raters of a session agree, for those who may know. */
@ApplicationScoped
class Agreements {

  private final Mutiny.SessionFactory factory;
  private final SessionContexts contexts;
  private final ScoreRepository scores;
  private final ConflictsOfInterest conflicts;
  private final ExercisePool exercises;

  Agreements(
      Mutiny.SessionFactory factory,
      SessionContexts contexts,
      ScoreRepository scores,
      ConflictsOfInterest conflicts,
      ExercisePool exercises) {
    this.factory = factory;
    this.contexts = contexts;
    this.scores = scores;
    this.conflicts = conflicts;
    this.exercises = exercises;
  }

  /**
   * @throws Problem 409 before the scores are revealed
   */
  Uni<AgreementView> of(UUID id) {
    return factory.withTransaction(
        db -> contexts.visible(db, id).invoke(SessionContext::requireServing).chain(this::view));
  }

  private Uni<AgreementView> view(SessionContext context) {
    var db = context.session();
    var session = context.calibration();
    return scores
        .of(db, session)
        .map(scored -> new AgreementReport(session, scored))
        .chain(
            report ->
                conflicts
                    .of(db, context.actor(), session.reviewIds())
                    .chain(close -> hidden(context, close))
                    .map(hidden -> report.seenBy(context.caller(), hidden)));
  }

  /** Of an exercise also the levels of those whose texts nobody practises on any more. */
  private Uni<Set<UUID>> hidden(SessionContext context, Set<UUID> close) {
    var session = context.calibration();
    return session.isExercise()
        ? exercises
            .gone(context.session(), session.reviewIds())
            .map(gone -> Stream.concat(close.stream(), gone.stream()).collect(Collectors.toSet()))
        : Uni.createFrom().item(close);
  }
}
