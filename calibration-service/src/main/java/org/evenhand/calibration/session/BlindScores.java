package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Preconditions;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Scores that nobody else sees, until they are revealed together with their agreement. */
@ApplicationScoped
class BlindScores {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final Pool pool;
  private final Chronicle chronicle;
  private final Clock clock;
  private final AgreementOfScores agreement;

  BlindScores(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Members members,
      Pool pool,
      Chronicle chronicle,
      Clock clock,
      CalibrationConfig config) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.pool = pool;
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
                        Preparation.sample(db, seat.session(), sampleId)
                            .invoke(BlindScores::mustBeBlind)
                            .invoke(sample -> sample.onScale("/ordinal", ordinal))
                            .call(
                                sample ->
                                    members.unconflicted(db, seat.person(), sample.reviewId()))
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
                .facilitator(db, id)
                .map(seat -> seat.at(ifMatch))
                .invoke(seat -> seat.session().mustBe(SessionState.BLIND_SCORING))
                .chain(
                    seat ->
                        repository
                            .samples(db, id)
                            .chain(
                                samples ->
                                    repository
                                        .scores(db, id)
                                        .call(scores -> mustBeComplete(db, seat, samples, scores))
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

  private Uni<Void> mustBeComplete(
      Mutiny.Session db, Members.Seat seat, List<Sample> samples, List<Score> scores) {
    var blind = samples.stream().filter(Sample::blind).toList();
    var given = scores.stream().map(Score::key).collect(Collectors.toSet());
    return missing(db, seat.session().raterIds(), blind, given, 0)
        .invoke(
            missing -> {
              if (missing > 0) {
                throw Problem.of(
                    CalibrationProblem.SCORES_MISSING,
                    "%d scores are still to come.".formatted(missing));
              }
            })
        .replaceWithVoid();
  }

  /** A rater who is too close to a sample owes no score of it. One query a rater, one at a time. */
  private Uni<Integer> missing(
      Mutiny.Session db, List<UUID> raters, List<Sample> blind, Set<Score.Key> given, int sum) {
    if (raters.isEmpty()) {
      return Uni.createFrom().item(sum);
    }
    var rater = raters.get(0);
    return pool.conflicts(db, rater, blind.stream().map(Sample::reviewId).toList())
        .map(HashSet::new)
        .chain(
            close -> {
              long owed =
                  blind.stream()
                      .filter(sample -> !close.contains(sample.reviewId()))
                      .filter(sample -> !given.contains(new Score.Key(sample.id(), rater)))
                      .count();
              return missing(db, raters.subList(1, raters.size()), blind, given, sum + (int) owed);
            });
  }
}
