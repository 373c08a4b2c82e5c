package org.evenhand.calibration.session.scoring;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.List;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.session.Sample;
import org.evenhand.kit.web.problem.Problem;

/** Whether raters still owe a session scores: what those gave who owe none any more counts. */
record OwedScores(ScoredSamples scored, List<OwedByRater> raters) {

  /**
   * @throws Problem SCORES_MISSING with how many are still to come; TOO_FEW_SCORES when nobody owes
   *     any more, and samples have fewer than two
   */
  void requireNone() {
    long missing = raters.stream().mapToLong(OwedByRater::missing).sum();
    if (missing > 0) {
      throw Problem.of(
          CalibrationProblem.SCORES_MISSING,
          "%d scores are still to come.".formatted(missing)
              + " A rater who can't give theirs is replaced by another.");
    }
    requireEnough();
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
