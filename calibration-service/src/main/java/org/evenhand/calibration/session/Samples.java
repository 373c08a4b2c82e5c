package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.pool.Pool;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What members read of the samples: blind until REVEALED, and never what they are too close to. */
@ApplicationScoped
class Samples {

  private static final Set<SessionState> BEFORE_SCORING =
      EnumSet.of(SessionState.PLANNED, SessionState.SAMPLES_READY);
  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final Pool pool;

  Samples(Mutiny.SessionFactory factory, SessionRepository repository, Members members, Pool pool) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.pool = pool;
  }

  /**
   * The samples that the caller may read, by position. Raters read none before scoring opens, and
   * nobody of a session that was cancelled.
   */
  Uni<List<SampleView>> list(UUID id) {
    return factory.withTransaction(
        db ->
            members
                .member(db, id)
                .call(seat -> members.serving(db, seat.session(), seat.person()))
                .chain(
                    seat ->
                        repository
                            .samples(db, id)
                            .chain(
                                samples ->
                                    repository
                                        .scores(db, id)
                                        .chain(scores -> readable(db, seat, samples, scores)))));
  }

  private Uni<List<SampleView>> readable(
      Mutiny.Session db, Members.Seat seat, List<Sample> samples, List<Score> scores) {
    var session = seat.session();
    boolean facilitates = session.facilitates(seat.person());
    if (session.state() == SessionState.CANCELLED
        || (!facilitates && BEFORE_SCORING.contains(session.state()))) {
      return Uni.createFrom().item(List.of());
    }
    var ordinals = BlindScores.bySample(samples, scores);
    var own =
        scores.stream()
            .filter(score -> score.key().raterId().equals(seat.person()))
            .collect(Collectors.toMap(score -> score.key().sampleId(), Function.identity()));
    return pool.conflicts(db, seat.person(), samples.stream().map(Sample::reviewId).toList())
        .map(
            close ->
                samples.stream()
                    .filter(sample -> !close.contains(sample.reviewId()))
                    .filter(sample -> facilitates || sample.blind())
                    .map(
                        sample ->
                            view(session, sample, ordinals, own.get(sample.id()), facilitates))
                    .toList());
  }

  private static SampleView view(
      Session session,
      Sample sample,
      Map<UUID, List<Integer>> ordinals,
      @Nullable Score own,
      boolean facilitates) {
    boolean revealed = session.state().isRevealed();
    return new SampleView(
        sample.id(),
        sample.position(),
        sample.blind(),
        sample.check() != null,
        facilitates ? sample.objection() : null,
        sample.parts(),
        own == null ? null : SampleView.OwnScore.of(own),
        revealed ? ordinals.get(sample.id()) : null,
        revealed || facilitates ? sample.originalOrdinal() : null,
        facilitates ? sample.reviewId() : null,
        revealed ? sample.consensus() : null,
        facilitates ? sample.decision() : null);
  }
}
