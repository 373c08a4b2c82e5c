package org.evenhand.review.review;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.util.Optional;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.policy.PolicyContent;
import org.jspecify.annotations.Nullable;

/**
 * The overall of a review.
 *
 * @param reason why this one was chosen; null when the weights made it
 */
public record Overall(int ordinal, OverallRule rule, @Nullable String reason) {

  private static final int PERCENT = 100;

  /**
   * The overall by the policy's rule.
   *
   * @param wanted what the reviewer confirms; optional when the weights decide
   * @throws Problem 422 when it contradicts the weights, is not on the scale, or lacks its reason
   */
  public static Overall of(
      ReviewWork work, PolicyContent policy, @Nullable Integer wanted, @Nullable String reason) {
    return switch (policy.overall()) {
      case WEIGHTED -> weighted(work, policy, wanted);
      case CHOSEN -> chosen(policy, wanted, reason);
    };
  }

  /** What the weights make of the ratings so far; empty until every criterion has one. */
  public static Optional<Integer> suggested(ReviewWork work, PolicyContent policy) {
    int sum = 0;
    for (Criterion criterion : policy.criteria()) {
      Optional<CriterionRating> rating = work.rating(criterion.key());
      if (rating.isEmpty()) {
        return Optional.empty();
      }
      sum += criterion.weight() * rating.get().ordinal();
    }
    return Optional.of(mean(sum, PERCENT));
  }

  /** The weighted mean, in integers alone, so that two and a half is three on every machine. */
  public static int mean(int weightedSum, int weights) {
    return (2 * weightedSum + weights) / (2 * weights);
  }

  private static Overall weighted(ReviewWork work, PolicyContent policy, @Nullable Integer wanted) {
    int ordinal = suggested(work, policy).orElseThrow();
    if (wanted != null && wanted != ordinal) {
      throw Problem.of(
              ReviewProblem.OVERALL_NOT_BY_RULE,
              "The policy lets the weights decide: the overall of these ratings is "
                  + ordinal
                  + ".")
          .with(INCONSISTENT.at("/overallOrdinal", "is not what the weights make"));
    }
    return new Overall(ordinal, OverallRule.WEIGHTED, null);
  }

  private static Overall chosen(
      PolicyContent policy, @Nullable Integer wanted, @Nullable String reason) {
    if (wanted == null || !policy.scale().has(wanted)) {
      throw Problem.of(
              ReviewProblem.OVERALL_NOT_BY_RULE, "The policy lets the reviewer choose the overall.")
          .with(RANGE.at("/overallOrdinal", "must be 1 to " + policy.scale().size()));
    }
    if (reason == null || reason.isBlank()) {
      throw Problem.of(
              ReviewProblem.OVERALL_NOT_BY_RULE, "An overall that is chosen needs its reason.")
          .with(REQUIRED.at("/overallReason", "is needed"));
    }
    return new Overall(wanted, OverallRule.CHOSEN, reason);
  }
}
