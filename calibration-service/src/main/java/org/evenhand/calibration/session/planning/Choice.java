package org.evenhand.calibration.session.planning;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import java.util.ArrayList;
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
import org.evenhand.calibration.session.Sample;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews a session is to decide: those named, or a stratified draw. Only such that neither
 * facilitator is close to, and that two raters at least may score.
 *
 * @param named the reviews that the request names; none when they are to be drawn
 * @param size how many to draw; all when it isn't said
 * @param candidates all that could be calibrated now, of the units that the facilitator serves
 * @param conflicts for each rater who is too close to any of the {@link #scarce} reviews: which
 */
record Choice(
    List<UUID> named,
    Optional<Integer> size,
    Lineup lineup,
    List<Candidate> candidates,
    Map<UUID, Set<UUID>> conflicts) {

  static Choice of(NewSession wanted, Lineup lineup, List<Candidate> candidates) {
    return new Choice(
        wanted.reviews(), Optional.ofNullable(wanted.size()), lineup, candidates, Map.of());
  }

  Choice knowing(Map<UUID, Set<UUID>> found) {
    return new Choice(named, size, lineup, candidates, found);
  }

  /** The reviews that too few raters may score: those named, or all when the rest is none. */
  List<UUID> scarce() {
    return named.isEmpty() && !free().isEmpty()
        ? List.of()
        : candidates.stream()
            .filter(one -> !one.facilitatorTooClose() && isScarce(one))
            .map(Candidate::reviewId)
            .filter(id -> named.isEmpty() || named.contains(id))
            .toList();
  }

  /**
   * @throws Problem 422 that names what can't be calibrated here, and who is in conflict
   */
  List<UUID> reviews(Random random) {
    return named.isEmpty() ? drawn(random) : requireNamed();
  }

  private List<UUID> drawn(Random random) {
    var free = free();
    if (free.isEmpty()) {
      throw Problem.of(
              CalibrationProblem.TOO_FEW_REVIEWS,
              ("No review of this cycle in a unit that you serve is free for"
                      + " this session: of %d each is too close to a facilitator, or fewer than"
                      + " two raters may score it.")
                  .formatted(candidates.size()))
          .with(inConflict());
    }
    return StratifiedSample.draw(free, size.orElse(free.size()), random);
  }

  private List<UUID> requireNamed() {
    var obstacles = obstacles();
    if (!obstacles.isEmpty()) {
      throw Problem.of(
              CalibrationProblem.SAMPLES_REFUSED, "Not all reviews can be calibrated here.")
          .with(obstacles)
          .with(inConflict());
    }
    return named.stream().sorted().toList();
  }

  private List<Violation> obstacles() {
    var known =
        candidates.stream().collect(Collectors.toMap(Candidate::reviewId, Function.identity()));
    var seen = new HashSet<UUID>();
    var obstacles = new ArrayList<Violation>();
    for (int at = 0; at < named.size(); at++) {
      var id = named.get(at);
      var pointer = "/reviewIds/" + at;
      (seen.add(id) ? obstacle(known.get(id)) : Optional.of("is named twice"))
          .ifPresent(detail -> obstacles.add(NOT_ALLOWED.at(pointer, detail)));
    }
    return obstacles;
  }

  private static Optional<String> obstacle(@Nullable Candidate review) {
    if (review == null) {
      return Optional.of(
          "is no review of the cycle, in a unit that you serve, that could be in it now");
    }
    if (review.facilitatorTooClose()) {
      return Optional.of("is too close to a facilitator");
    }
    return isScarce(review)
        ? Optional.of(
            "%d of the raters may score it; two are needed".formatted(review.freeRaters()))
        : Optional.empty();
  }

  private List<Candidate> free() {
    return candidates.stream().filter(one -> !one.facilitatorTooClose() && !isScarce(one)).toList();
  }

  private static boolean isScarce(Candidate review) {
    return review.freeRaters() < Sample.LEAST_SCORES;
  }

  private List<Violation> inConflict() {
    return lineup.raters().entrySet().stream()
        .filter(rater -> conflicts.containsKey(rater.getValue()))
        .map(
            rater ->
                NOT_ALLOWED.at(
                    rater.getKey(),
                    "is too close to %d of the reviews"
                        .formatted(conflicts.getOrDefault(rater.getValue(), Set.of()).size())))
        .toList();
  }
}
