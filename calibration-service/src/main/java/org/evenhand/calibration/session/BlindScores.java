package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Scores that nobody else sees, until they are revealed together with their agreement. */
@ApplicationScoped
class BlindScores {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final OwedScores owed;
  private final Chronicle chronicle;
  private final Clock clock;
  private final AgreementOfScores agreement;

  BlindScores(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Members members,
      OwedScores owed,
      Chronicle chronicle,
      Clock clock,
      CalibrationConfig config) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.owed = owed;
    this.chronicle = chronicle;
    this.clock = clock;
    this.agreement = new AgreementOfScores(config.alphaReplicates());
  }

  /**
   * Writes or changes the caller's own score.
   *
   * @param ifMatch of the score that is changed; none for the first
   */
  Uni<Score> score(
      UUID id, UUID sampleId, int ordinal, @Nullable String note, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .member(db, id)
                .invoke(BlindScores::mustBeRater)
                .chain(
                    seat ->
                        repository
                            .sample(db, seat.session(), sampleId)
                            .invoke(BlindScores::mustBeBlind)
                            .invoke(sample -> sample.onScale("/ordinal", ordinal))
                            .call(
                                sample ->
                                    members.unconflicted(
                                        db, seat.person(), List.of(sample.reviewId())))
                            .chain(
                                sample ->
                                    write(
                                        db,
                                        new Score.Key(sampleId, seat.person()),
                                        ordinal,
                                        note,
                                        ifMatch))));
  }

  private Uni<Score> write(
      Mutiny.Session db,
      Score.Key key,
      int ordinal,
      @Nullable String note,
      @Nullable String ifMatch) {
    return db.find(Score.class, key)
        .chain(
            known -> {
              if (known == null) {
                var first = new Score(key, ordinal, note, Instant.now(clock));
                return db.persist(first).replaceWith(first);
              }
              Preconditions.require(ifMatch, known.version());
              known.change(ordinal, note, Instant.now(clock));
              return Uni.createFrom().item(known);
            })
        .call(() -> db.flush());
  }

  private static void mustBeRater(Members.Seat seat) {
    seat.session().mustBe(SessionState.BLIND_SCORING);
    if (!seat.session().raterIds().contains(seat.person())) {
      throw Problem.of(CommonProblem.FORBIDDEN, "Only the raters of the session score.");
    }
  }

  private static void mustBeBlind(Sample sample) {
    if (!sample.blind()) {
      throw Problem.of(
          CalibrationProblem.REVIEW_NOT_IN_SESSION, "This sample is not scored blind.");
    }
  }

  /** Shows all scores and how far they agree, once every rater has scored what they may. */
  Uni<Session> reveal(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .facilitator(db, id, ifMatch)
                .invoke(seat -> seat.session().mustBe(SessionState.BLIND_SCORING))
                .chain(
                    seat ->
                        repository
                            .samples(db, id)
                            .chain(
                                samples ->
                                    repository
                                        .scores(db, id)
                                        .call(
                                            scores ->
                                                owed.requireNone(
                                                    db, seat.session(), samples, scores))
                                        .invoke(scores -> reveal(seat.session(), samples, scores))
                                        .call(
                                            scores ->
                                                chronicle.revealed(
                                                    db,
                                                    seat.session(),
                                                    samples,
                                                    scores,
                                                    seat.person())))
                            .replaceWith(seat.session())));
  }

  private void reveal(Session session, List<Sample> samples, List<Score> scores) {
    session.reveal(
        agreement.of(bySample(samples, scores).values(), session.id().getLeastSignificantBits()),
        Instant.now(clock));
  }

  /** The ordinals of each blind sample, in the order of their positions. */
  static Map<UUID, List<Integer>> bySample(List<Sample> samples, List<Score> scores) {
    var grouped =
        scores.stream()
            .collect(
                Collectors.groupingBy(
                    score -> score.key().sampleId(),
                    Collectors.mapping(Score::ordinal, Collectors.toList())));
    var ordered = new LinkedHashMap<UUID, List<Integer>>();
    samples.stream()
        .filter(Sample::blind)
        .forEach(
            sample -> {
              var ordinals = new ArrayList<>(grouped.getOrDefault(sample.id(), List.of()));
              // Sorted, so that a place in the list doesn't give a rater away.
              ordinals.sort(null);
              ordered.put(sample.id(), ordinals);
            });
    return ordered;
  }
}
