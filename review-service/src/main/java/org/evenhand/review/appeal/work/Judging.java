package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Panel.Hearing;
import org.evenhand.review.appeal.Remand.Reassessment;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.Vote;
import org.evenhand.review.appeal.Vote.Verdict;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.access.AppealPermissions;
import org.evenhand.review.appeal.work.AppealRequests.HearingRequest;
import org.evenhand.review.appeal.work.AppealRequests.ScoreRequest;
import org.evenhand.review.appeal.work.AppealRequests.VoteRequest;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.review.AppealOutcome;
import org.evenhand.review.sharing.AppealedResults;
import org.jspecify.annotations.Nullable;

/** What those who judge do: score alone, hear, decide together. */
@ApplicationScoped
class Judging {

  private final AppealSteps steps;
  private final AppealDays days;
  private final AppealedResults results;

  Judging(AppealSteps steps, AppealDays days, AppealedResults results) {
    this.steps = steps;
    this.days = days;
    this.results = results;
  }

  Uni<Answer> score(UUID id, @Nullable String ifMatch, ScoreRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.SCORE,
        context ->
            done(
                () -> {
                  requireUnscored(context);
                  requireLevel(context, request.ordinal());
                  context
                      .appeal()
                      .score(
                          context.actor(),
                          new Seat.Score(request.ordinal(), request.reason(), context.at()));
                }));
  }

  Uni<Answer> hear(UUID id, @Nullable String ifMatch, HearingRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.HEARING,
        context ->
            done(
                () -> {
                  if (request.heldOn().isAfter(Days.begun(context.at()))) {
                    throw Problem.of(CommonProblem.RULE_VIOLATED, "A hearing is noted afterwards.")
                        .with(RANGE.at("/heldOn", "lies in the future"));
                  }
                  context
                      .appeal()
                      .hear(
                          new Hearing(
                              request.heldOn(), request.note(), context.actor(), context.at()));
                }));
  }

  Uni<Answer> vote(UUID id, @Nullable String ifMatch, VoteRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.VOTE,
        context -> {
          requirePossible(context, request);
          Appeal appeal = context.appeal();
          int round = appeal.panel().map(Panel::round).orElseThrow();
          Vote vote =
              new Vote(
                  context.actor(),
                  round,
                  request.choice(),
                  request.ordinal(),
                  request.reason(),
                  context.at());
          return days.until(
                  context.session(),
                  AppealStep.NAMING,
                  context.review().placement().workLocation(),
                  context.at())
              .map(nameBy -> appeal.vote(vote, nameBy))
              .chain(
                  decided ->
                      decided
                          .map(verdict -> carryOut(context, verdict))
                          .orElseGet(() -> Uni.createFrom().voidItem()));
        });
  }

  private Uni<Void> carryOut(AppealContext context, Verdict verdict) {
    UUID appeal = context.appeal().id();
    return switch (verdict.choice()) {
      case CONFIRM -> results.ended(context.session(), context.review(), appeal, context.at());
      case CHANGE ->
          results.changed(
              context.session(),
              context.review(),
              new AppealOutcome(appeal, Objects.requireNonNull(verdict.ordinal()), context.at()));
      case REMAND -> Uni.createFrom().voidItem();
    };
  }

  Uni<Answer> reassess(UUID id, @Nullable String ifMatch, ScoreRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.REASSESSMENT,
        context -> {
          requireLevel(context, request.ordinal());
          List<String> places =
              context.appeal().panel().orElseThrow().seats().stream().map(Seat::place).toList();
          return days.until(context.session(), AppealStep.PANEL, places, context.at())
              .invoke(
                  decideBy ->
                      context
                          .appeal()
                          .reassess(
                              new Reassessment(
                                  request.ordinal(),
                                  request.reason(),
                                  context.actor(),
                                  context.at()),
                              decideBy))
              .replaceWithVoid();
        });
  }

  private static void requireUnscored(AppealContext context) {
    if (AppealPermissions.hasScored(context.appeal(), context.viewer())) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "A score is given once: it stays what was thought alone.");
    }
  }

  private static void requireLevel(AppealContext context, int ordinal) {
    RatingScale scale = context.policy().scale();
    if (!scale.has(ordinal)) {
      throw Problem.of(ReviewProblem.LEVEL_UNKNOWN, "The scale has " + scale.size() + " levels.")
          .with(RANGE.at("/ordinal", "must be 1 to " + scale.size()));
    }
  }

  private static void requirePossible(AppealContext context, VoteRequest request) {
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

  private static Uni<Void> done(Runnable step) {
    return Uni.createFrom().voidItem().invoke(step);
  }
}
