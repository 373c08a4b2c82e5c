package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What raters still owe a session. Who is too close to a sample owes no score of it, and who has
 * left or is away owes none at all: what they gave before counts.
 */
@ApplicationScoped
class OwedScores {

  private final People people;
  private final Pool pool;

  OwedScores(People people, Pool pool) {
    this.people = people;
    this.pool = pool;
  }

  /**
   * @throws Problem SCORES_MISSING with how many are still to come; TOO_FEW_SCORES when nobody owes
   *     any more, and samples have fewer than two
   */
  Uni<Void> requireNone(
      Mutiny.Session db, Session session, List<Sample> samples, List<Score> scores) {
    var blind = samples.stream().filter(Sample::blind).toList();
    var given = scores.stream().map(Score::key).collect(Collectors.toSet());
    return people
        .atWork(db, session.raterIds())
        .chain(
            present ->
                pool.conflicts(db, present, blind.stream().map(Sample::reviewId).toList())
                    .invoke(
                        conflicts -> {
                          requireNone(present, blind, given, conflicts);
                          requireTwo(blind, scores);
                        }))
        .replaceWithVoid();
  }

  private static void requireNone(
      Collection<UUID> raters,
      List<Sample> blind,
      Set<Score.Key> given,
      Map<UUID, Set<UUID>> conflicts) {
    long missing =
        raters.stream()
            .mapToLong(
                rater ->
                    blind.stream()
                        .filter(
                            sample ->
                                !conflicts
                                    .getOrDefault(rater, Set.of())
                                    .contains(sample.reviewId()))
                        .filter(sample -> !given.contains(new Score.Key(sample.id(), rater)))
                        .count())
            .sum();
    if (missing > 0) {
      throw Problem.of(
          CalibrationProblem.SCORES_MISSING,
          "%d scores are still to come.".formatted(missing)
              + " A rater who can't give theirs is replaced by another.");
    }
  }

  /** One score is one person's opinion: nothing is decided on it. */
  private static void requireTwo(List<Sample> blind, List<Score> scores) {
    var counts =
        scores.stream()
            .collect(Collectors.groupingBy(one -> one.key().sampleId(), Collectors.counting()));
    var scarce =
        blind.stream()
            .filter(sample -> counts.getOrDefault(sample.id(), 0L) < Choice.LEAST_SCORES)
            .map(Sample::position)
            .toList();
    if (!scarce.isEmpty() || blind.isEmpty()) {
      throw Problem.of(
              CalibrationProblem.TOO_FEW_SCORES,
              "Nobody owes a score any more, and the samples "
                  + scarce
                  + " have fewer than two: give a seat to another rater, withdraw these samples, or"
                  + " cancel the session.")
          .with(
              scarce.stream()
                  .map(position -> Violation.at("", "sample " + position + " has too few scores"))
                  .toList());
    }
  }
}
