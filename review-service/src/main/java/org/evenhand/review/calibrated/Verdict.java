package org.evenhand.review.calibrated;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.review.calibrated.SessionLocked.Decided;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.review.Decision;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewPhase;

/**
 * Whether all decisions of a session can be applied. The first obstacle is the reason to refuse
 * them all, because half a session isn't what its members decided.
 */
final class Verdict {

  private Verdict() {}

  /**
   * @param held every review that the session holds
   */
  static Optional<String> against(
      SessionLocked session,
      CycleState cycle,
      RatingScale scale,
      Map<UUID, Review> held,
      Map<UUID, String> reasons) {
    if (cycle != CycleState.CALIBRATING) {
      return Optional.of("the cycle is " + cycle);
    }
    Set<UUID> decided = new HashSet<>();
    for (Decided one : session.decisions()) {
      if (!decided.add(one.reviewId())) {
        return Optional.of("review " + one.reviewId() + " is decided twice");
      }
      Optional<String> obstacle =
          obstacle(one, session, scale, Optional.ofNullable(held.get(one.reviewId())), reasons);
      if (obstacle.isPresent()) {
        return Optional.of("review " + one.reviewId() + " " + obstacle.get());
      }
    }
    return held.keySet().stream()
        .filter(id -> !decided.contains(id))
        .sorted()
        .findFirst()
        .map(id -> "review " + id + " is held by the session and not decided");
  }

  private static Optional<String> obstacle(
      Decided one,
      SessionLocked session,
      RatingScale scale,
      Optional<Review> review,
      Map<UUID, String> reasons) {
    if (review.isEmpty()) {
      return Optional.of("is not held by the session");
    }
    if (review.get().phase() != ReviewPhase.IN_CALIBRATION
        || !review.get().cycleId().equals(session.cycleId())) {
      return Optional.of("is " + review.get().phase() + ", or of another cycle");
    }
    if (one.decision() == Decision.ADJUST && (one.ordinal() == null || !scale.has(one.ordinal()))) {
      return Optional.of("is adjusted to no level of the scale");
    }
    return reasons.getOrDefault(one.reviewId(), "").isBlank()
        ? Optional.of("has no reason")
        : Optional.empty();
  }

  /** Reviews by id. */
  static Map<UUID, Review> byId(List<Review> reviews) {
    return reviews.stream().collect(Collectors.toMap(Review::id, Function.identity()));
  }
}
