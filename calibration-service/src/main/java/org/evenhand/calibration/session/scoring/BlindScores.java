package org.evenhand.calibration.session.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.Transition;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Scores that nobody else sees, until they are revealed. */
@ApplicationScoped
class BlindScores {

  private final Steps steps;
  private final SessionContexts contexts;
  private final SessionRepository sessions;
  private final ScoreRepository scores;
  private final ConflictsOfInterest conflicts;
  private final Duties duties;

  BlindScores(
      Steps steps,
      SessionContexts contexts,
      SessionRepository sessions,
      ScoreRepository scores,
      ConflictsOfInterest conflicts,
      Duties duties) {
    this.steps = steps;
    this.contexts = contexts;
    this.sessions = sessions;
    this.scores = scores;
    this.conflicts = conflicts;
    this.duties = duties;
  }

  /**
   * Writes or changes the caller's own score.
   *
   * @param ifMatch of the score that is changed; none for the first
   */
  Uni<Answer> score(UUID id, UUID sampleId, NewScore wanted, @Nullable String ifMatch) {
    return steps
        .load(
            db ->
                sessions
                    .hold(db, id)
                    .chain(() -> contexts.ofMember(db, id))
                    .chain(context -> score(context, sampleId)))
        .permit(score -> score.context().requireRater())
        .add()
        .take(
            score -> {
              score.requireRead(ifMatch);
              return scorable(score, wanted.ordinal())
                  .chain(sample -> write(score, wanted))
                  .call(written -> follow(score.session(), id));
            })
        .tell((context, score) -> List.of())
        .answerNow((context, score) -> OwnScore.answer(score));
  }

  private Uni<ScoreContext> score(SessionContext context, UUID sampleId) {
    var key = new Score.Key(sampleId, context.actor());
    return scores.find(context.session(), key).map(known -> new ScoreContext(context, key, known));
  }

  private Uni<Sample> scorable(ScoreContext score, int ordinal) {
    var calibration = score.context().calibration();
    calibration.require(Transition.SCORE_SAMPLE);
    return sessions
        .sample(score.session(), calibration, score.key().sampleId())
        .invoke(sample -> sample.requireScorable(ordinal))
        .call(
            sample ->
                conflicts.requireNone(score.session(), score.actor(), List.of(sample.reviewId())));
  }

  /** No entry of a journal tells who has scored: what is owed is looked at here. */
  private Uni<Void> follow(Mutiny.Session db, UUID id) {
    return db.flush().chain(() -> duties.follow(db, SessionEvents.AGGREGATE, List.of(id)));
  }

  private static Uni<Score> write(ScoreContext score, NewScore wanted) {
    var at = score.context().at();
    if (score.known().isPresent()) {
      var known = score.known().get();
      known.change(wanted.ordinal(), wanted.note(), at);
      return Uni.createFrom().item(known);
    }
    var first = new Score(score.key(), wanted.ordinal(), wanted.note(), at);
    return score.session().persist(first).replaceWith(first);
  }
}
