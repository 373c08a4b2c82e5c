package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.pool.ExercisePool;
import org.evenhand.calibration.session.Consensus;
import org.evenhand.calibration.session.Decision;
import org.evenhand.calibration.session.Objection;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
import org.evenhand.calibration.session.scoring.OwnScore;
import org.evenhand.calibration.session.scoring.Score;
import org.evenhand.calibration.session.scoring.ScoreRepository;
import org.evenhand.calibration.session.scoring.ScoredSamples;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What members read of the samples: blind until REVEALED, and never what they are too close to. Of
 * an exercise a text that nobody practises on any more is there without its words.
 */
@ApplicationScoped
class Samples {

  private final Mutiny.SessionFactory factory;
  private final SessionContexts contexts;
  private final ScoreRepository scores;
  private final ConflictsOfInterest conflicts;
  private final ExercisePool exercises;

  Samples(
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
   * The samples that the caller may read, by position. Raters read none before scoring opens, and
   * nobody of a session that was cancelled.
   */
  Uni<List<SampleView>> list(UUID id) {
    return factory.withTransaction(
        db ->
            contexts
                .ofMember(db, id)
                .invoke(SessionContext::requireServing)
                .chain(
                    context ->
                        areShown(context) ? shown(context) : Uni.createFrom().item(List.of())));
  }

  private static boolean areShown(SessionContext context) {
    return switch (context.calibration().state()) {
      case CANCELLED -> false;
      case PLANNED, SAMPLES_READY -> context.isByFacilitator();
      case BLIND_SCORING, REVEALED, DISCUSSION, READY, LOCKED, PUBLISHED -> true;
    };
  }

  private Uni<List<SampleView>> shown(SessionContext context) {
    var db = context.session();
    var session = context.calibration();
    return scores
        .of(db, session)
        .chain(
            scored ->
                conflicts
                    .of(db, context.actor(), session.reviewIds())
                    .chain(
                        close -> gone(context).map(gone -> shown(context, scored, close, gone))));
  }

  private Uni<Set<UUID>> gone(SessionContext context) {
    var session = context.calibration();
    return session.isExercise()
        ? exercises.gone(context.session(), session.reviewIds())
        : Uni.createFrom().item(Set.of());
  }

  private static List<SampleView> shown(
      SessionContext context, ScoredSamples scored, Set<UUID> tooClose, Set<UUID> gone) {
    var ordinals = scored.ordinals();
    var own = scored.of(context.actor());
    return scored.samples().stream()
        .filter(sample -> !tooClose.contains(sample.reviewId()))
        .filter(sample -> context.isByFacilitator() || sample.blind())
        .map(
            sample -> {
              var view = view(context, sample, ordinals.get(sample.id()), own.get(sample.id()));
              return gone.contains(sample.reviewId()) ? view.withoutWords() : view;
            })
        .toList();
  }

  private static SampleView view(
      SessionContext context,
      Sample sample,
      @Nullable List<Integer> ordinals,
      @Nullable Score own) {
    boolean revealed = context.calibration().state().isRevealed();
    boolean facilitates = context.isByFacilitator();
    return new SampleView(
        sample.id(),
        sample.position(),
        sample.blind(),
        sample.check() != null,
        facilitates ? objection(sample) : null,
        sample.parts(),
        own == null ? null : OwnScore.of(own),
        revealed ? ordinals : null,
        revealed || facilitates ? sample.originalOrdinal() : null,
        facilitates ? sample.reviewId() : null,
        revealed ? consensus(sample) : null,
        facilitates ? decision(sample) : null);
  }

  private static SampleView.@Nullable ObjectionView objection(Sample sample) {
    Objection made = sample.objection();
    return made == null ? null : SampleView.ObjectionView.of(made);
  }

  private static SampleView.@Nullable ConsensusView consensus(Sample sample) {
    Consensus reached = sample.consensus();
    return reached == null ? null : SampleView.ConsensusView.of(reached);
  }

  private static SampleView.@Nullable DecisionView decision(Sample sample) {
    Decision made = sample.decision();
    return made == null ? null : SampleView.DecisionView.of(made);
  }
}
