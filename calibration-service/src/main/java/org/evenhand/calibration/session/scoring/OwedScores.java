package org.evenhand.calibration.session.scoring;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.session.Sample;
import org.evenhand.kit.web.problem.Problem;

/**
 * What raters still owe a session. Who is too close to a sample owes no score of it, and who has
 * left or is away owes none at all: what they gave before counts.
 *
 * @param present the raters who are at work
 * @param conflicts for each of them who is too close to any review: which
 */
record OwedScores(ScoredSamples scored, Set<UUID> present, Map<UUID, Set<UUID>> conflicts) {

  /**
   * @throws Problem SCORES_MISSING with how many are still to come; TOO_FEW_SCORES when nobody owes
   *     any more, and samples have fewer than two
   */
  void requireNone() {
    long missing = present.stream().mapToLong(this::owedBy).sum();
    if (missing > 0) {
      throw Problem.of(
          CalibrationProblem.SCORES_MISSING,
          "%d scores are still to come.".formatted(missing)
              + " A rater who can't give theirs is replaced by another.");
    }
    requireEnough();
  }

  private long owedBy(UUID rater) {
    var given = scored.of(rater);
    var tooClose = conflicts.getOrDefault(rater, Set.of());
    return scored.blind().stream()
        .filter(sample -> !tooClose.contains(sample.reviewId()))
        .filter(sample -> !given.containsKey(sample.id()))
        .count();
  }

  private void requireEnough() {
    var ordinals = scored.ordinals();
    var scarce =
        scored.blind().stream()
            .filter(
                sample ->
                    ordinals.getOrDefault(sample.id(), List.of()).size() < Sample.LEAST_SCORES)
            .map(Sample::position)
            .toList();
    if (!scarce.isEmpty() || ordinals.isEmpty()) {
      throw Problem.of(
              CalibrationProblem.TOO_FEW_SCORES,
              "Nobody owes a score any more, and the samples "
                  + scarce
                  + " have fewer than two: give a seat to another rater, withdraw these samples, or"
                  + " cancel the session.")
          .with(
              scarce.stream()
                  .map(position -> REQUIRED.at("", "sample " + position + " has too few scores"))
                  .toList());
    }
  }
}
