package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.agreement.Agenda;
import org.evenhand.calibration.agreement.ScoreSpread;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What members read of the samples: blind until REVEALED, and never what they are too close to. */
@ApplicationScoped
class Samples {

  private static final Set<SessionState> BEFORE_SCORING =
      EnumSet.of(SessionState.PLANNED, SessionState.SAMPLES_READY);
  private static final Set<SessionState> BLIND =
      EnumSet.of(SessionState.PLANNED, SessionState.SAMPLES_READY, SessionState.BLIND_SCORING);

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

  /** The samples that the caller may read, by position. Raters read none before scoring opens. */
  Uni<List<SampleView>> list(UUID id) {
    return factory.withTransaction(
        db ->
            members
                .member(db, id)
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
    if (!facilitates && BEFORE_SCORING.contains(session.state())) {
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
    boolean revealed = !BLIND.contains(session.state());
    return new SampleView(
        sample.id(),
        sample.position(),
        sample.blind(),
        sample.check() != null,
        sample.parts(),
        own == null ? null : SampleView.OwnScore.of(own),
        revealed ? ordinals.get(sample.id()) : null,
        revealed || facilitates ? sample.originalOrdinal() : null,
        facilitates ? sample.reviewId() : null,
        revealed ? sample.consensus() : null,
        facilitates ? sample.decision() : null);
  }

  /**
   * @throws Problem 409 before the scores are revealed
   */
  Uni<AgreementView> agreement(UUID id) {
    return factory.withTransaction(
        db ->
            members
                .visible(db, id)
                .chain(
                    session -> {
                      var agreement = session.agreement();
                      if (agreement == null) {
                        throw Problem.of(
                            CommonProblem.STATE_CONFLICT,
                            "The scores of this session are not revealed yet.");
                      }
                      return distant(db, id)
                          .chain(
                              samples ->
                                  repository
                                      .scores(db, id)
                                      .map(
                                          scores ->
                                              new AgreementView(
                                                  agreement, agenda(samples, scores))));
                    }));
  }

  /** A sample that is missing from the list alone would tell whose it is. */
  private Uni<List<Sample>> distant(Mutiny.Session db, UUID id) {
    return repository
        .samples(db, id)
        .chain(
            samples ->
                members
                    .tooClose(db, samples.stream().map(Sample::reviewId).toList())
                    .map(
                        close ->
                            samples.stream()
                                .filter(sample -> !close.contains(sample.reviewId()))
                                .toList()));
  }

  private static List<AgreementView.Item> agenda(List<Sample> samples, List<Score> scores) {
    var byId = samples.stream().collect(Collectors.toMap(Sample::id, Function.identity()));
    Map<Sample, List<Integer>> ordinals =
        BlindScores.bySample(samples, scores).entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> Objects.requireNonNull(byId.get(e.getKey())), Map.Entry::getValue));
    return Agenda.mostDisputedFirst(ordinals, Comparator.comparingInt(Sample::position)).stream()
        .map(sample -> item(sample, ordinals.getOrDefault(sample, List.of())))
        .toList();
  }

  private static AgreementView.Item item(Sample sample, List<Integer> scores) {
    return new AgreementView.Item(
        sample.id(),
        sample.position(),
        scores,
        sample.originalOrdinal(),
        scores.isEmpty() ? null : ScoreSpread.of(scores));
  }
}
