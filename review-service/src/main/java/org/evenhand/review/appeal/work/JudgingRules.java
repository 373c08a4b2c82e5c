package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.appeal.NamedAnchor;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Vote;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.access.AppealPermissions;
import org.evenhand.review.appeal.work.AppealRequests.VoteRequest;
import org.evenhand.review.policy.RatingScale;
import org.jspecify.annotations.Nullable;

/** What can be scored and voted for. */
final class JudgingRules {

  private JudgingRules() {}

  static void requireUnscored(AppealContext context) {
    if (AppealPermissions.hasScored(context.appeal(), context.viewer())) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "A score is given once: it stays what was thought alone.");
    }
  }

  static void requireLevel(AppealContext context, int ordinal) {
    RatingScale scale = context.policy().scale();
    if (!scale.has(ordinal)) {
      throw Problem.of(ReviewProblem.LEVEL_UNKNOWN, "The scale has " + scale.size() + " levels.")
          .with(RANGE.at("/ordinal", "must be 1 to " + scale.size()));
    }
  }

  static void requirePossible(AppealContext context, VoteRequest request) {
    @Nullable Integer wanted = request.ordinal();
    if (request.choice() != Vote.Choice.CHANGE) {
      if (wanted != null) {
        throw Problem.of(CommonProblem.RULE_VIOLATED, "Only CHANGE names a level.")
            .with(INCONSISTENT.at("/ordinal", "stands beside " + request.choice()));
      }
      requireRemandable(context, request.choice());
      return;
    }
    if (wanted == null) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "CHANGE names the level that is to count.")
          .with(REQUIRED.at("/ordinal", "is needed for CHANGE"));
    }
    requireLevel(context, wanted);
    int present = context.review().ordinal().orElseThrow();
    if (wanted <= present) {
      throw Problem.of(
              ReviewProblem.APPEAL_TO_DISADVANTAGE, "The level that counts is " + present + ".")
          .with(RANGE.at("/ordinal", "must be above " + present));
    }
  }

  private static void requireRemandable(AppealContext context, Vote.Choice choice) {
    if (choice == Vote.Choice.REMAND && !context.appeal().canBeRemanded()) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED, "Another reviewer has looked at it: that happens once.")
          .with(NOT_ALLOWED.at("/choice", "was taken before"));
    }
  }

  /** Both sides are heard by those who have scored, after all of them have. */
  static void requireHeld(Panel panel, LocalDate heldOn, Instant now) {
    if (heldOn.isAfter(Days.begun(now))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A hearing is noted afterwards.")
          .with(RANGE.at("/heldOn", "lies in the future"));
    }
    LocalDate from = Days.goingOn(panel.revealedAt().orElseThrow());
    if (heldOn.isBefore(from)) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A hearing comes after all have scored.")
          .with(RANGE.at("/heldOn", "must not be before " + from));
    }
  }

  static void requireAnchor(AppealContext context, @Nullable NamedAnchor named) {
    if (named != null && context.policy().anchor(named.criterion(), named.ordinal()).isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The policy has no such anchor.")
          .with(
              NOT_FOUND.at("/turnsOn", "is no level of a criterion whose meaning the policy says"));
    }
  }
}
