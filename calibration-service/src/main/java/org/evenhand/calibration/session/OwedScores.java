package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** What raters still owe a session. A rater who is too close to a sample owes no score of it. */
@ApplicationScoped
class OwedScores {

  private final Pool pool;

  OwedScores(Pool pool) {
    this.pool = pool;
  }

  /**
   * @throws Problem SCORES_MISSING with how many are still to come
   */
  Uni<Void> requireNone(
      Mutiny.Session db, Session session, List<Sample> samples, List<Score> scores) {
    var blind = samples.stream().filter(Sample::blind).toList();
    var given = scores.stream().map(Score::key).collect(Collectors.toSet());
    return missing(db, session.raterIds(), blind, given, 0)
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

  /** One query a rater, one at a time. */
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
