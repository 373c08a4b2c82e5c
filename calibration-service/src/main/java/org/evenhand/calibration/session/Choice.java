package org.evenhand.calibration.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.pool.Pool.Candidate;
import org.evenhand.calibration.pool.StratifiedSample;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;

/**
 * Which reviews a session is to decide: those named, or a stratified draw. Only such that neither
 * facilitator is close to, and that two raters at least may score.
 *
 * @param candidates all that could be calibrated now, of the units that the facilitator serves
 * @param raters by the pointers at which the request names them
 */
record Choice(List<Candidate> candidates, Map<String, UUID> raters) {

  static final int LEAST_SCORES = 2;

  /** The reviews that too few raters may score: those named, or all when the rest is none. */
  List<UUID> scarce(NewSession wanted) {
    Set<UUID> named = new HashSet<>(wanted.reviews());
    return named.isEmpty() && !free().isEmpty()
        ? List.of()
        : candidates.stream()
            .filter(one -> !one.facilitatorTooClose() && one.freeRaters() < LEAST_SCORES)
            .map(Candidate::reviewId)
            .filter(id -> named.isEmpty() || named.contains(id))
            .toList();
  }

  /**
   * @param conflicts for each rater who is too close to any of the {@link #scarce} reviews: which
   * @throws Problem 422 that names what can't be calibrated here, and who is in conflict
   */
  List<UUID> reviews(NewSession wanted, Map<UUID, Set<UUID>> conflicts, Random random) {
    return wanted.reviews().isEmpty() ? drawn(wanted, conflicts, random) : named(wanted, conflicts);
  }

  private List<UUID> drawn(NewSession wanted, Map<UUID, Set<UUID>> conflicts, Random random) {
    var free = free();
    if (free.isEmpty()) {
      throw Problem.of(
              CalibrationProblem.TOO_FEW_REVIEWS,
              ("No submitted, unclaimed review of this cycle in a unit that you serve is free for"
                      + " this session: of %d each is too close to a facilitator, or fewer than"
                      + " two raters may score it.")
                  .formatted(candidates.size()))
          .with(inConflict(conflicts));
    }
    return StratifiedSample.draw(
        free, Optional.ofNullable(wanted.size()).orElse(free.size()), random);
  }

  private List<UUID> named(NewSession wanted, Map<UUID, Set<UUID>> conflicts) {
    var known =
        candidates.stream().collect(Collectors.toMap(Candidate::reviewId, Function.identity()));
    var seen = new HashMap<UUID, Integer>();
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < wanted.reviews().size(); i++) {
      var id = wanted.reviews().get(i);
      var pointer = "/reviewIds/" + i;
      var review = known.get(id);
      if (seen.putIfAbsent(id, i) != null) {
        violations.add(Violation.at(pointer, "is named twice"));
      } else if (review == null) {
        violations.add(
            Violation.at(
                pointer,
                "is no submitted, unclaimed review of the cycle in a unit that you serve"));
      } else if (review.facilitatorTooClose()) {
        violations.add(Violation.at(pointer, "is too close to a facilitator"));
      } else if (review.freeRaters() < LEAST_SCORES) {
        violations.add(
            Violation.at(
                pointer,
                "%d of the raters may score it; two are needed".formatted(review.freeRaters())));
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.of(
              CalibrationProblem.SAMPLES_REFUSED, "Not all reviews can be calibrated here.")
          .with(violations)
          .with(inConflict(conflicts));
    }
    return wanted.reviews().stream().sorted().toList();
  }

  private List<Candidate> free() {
    return candidates.stream()
        .filter(one -> !one.facilitatorTooClose() && one.freeRaters() >= LEAST_SCORES)
        .toList();
  }

  private List<Violation> inConflict(Map<UUID, Set<UUID>> conflicts) {
    return raters.entrySet().stream()
        .filter(rater -> conflicts.containsKey(rater.getValue()))
        .map(
            rater ->
                Violation.at(
                    rater.getKey(),
                    "is too close to %d of the reviews"
                        .formatted(conflicts.getOrDefault(rater.getValue(), Set.of()).size())))
        .toList();
  }
}
