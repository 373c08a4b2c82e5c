package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.NamedAnchor;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Panel.Hearing;
import org.evenhand.review.appeal.Remand.Reassessment;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.Vote;
import org.evenhand.review.appeal.Vote.Verdict;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.anchor.QuestionedAnchors;
import org.evenhand.review.appeal.work.AppealRequests.AnchorName;
import org.evenhand.review.appeal.work.AppealRequests.HearingRequest;
import org.evenhand.review.appeal.work.AppealRequests.ScoreRequest;
import org.evenhand.review.appeal.work.AppealRequests.VoteRequest;
import org.evenhand.review.review.AppealOutcome;
import org.evenhand.review.sharing.AppealedResults;
import org.jspecify.annotations.Nullable;

/** What those who judge do: score alone, hear, decide together. */
@ApplicationScoped
class Judging {

  private final AppealSteps steps;
  private final AppealDays days;
  private final AppealedResults results;
  private final QuestionedAnchors anchors;
  private final CitedPrecedents precedents;

  Judging(
      AppealSteps steps,
      AppealDays days,
      AppealedResults results,
      QuestionedAnchors anchors,
      CitedPrecedents precedents) {
    this.steps = steps;
    this.days = days;
    this.results = results;
    this.anchors = anchors;
    this.precedents = precedents;
  }

  Uni<Answer> score(UUID id, @Nullable String ifMatch, ScoreRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.SCORE,
        context ->
            done(
                () -> {
                  JudgingRules.requireUnscored(context);
                  JudgingRules.requireLevel(context, request.ordinal());
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
                  Panel panel = context.appeal().panel().orElseThrow();
                  JudgingRules.requireHeld(panel, request.heldOn(), context.at());
                  context
                      .appeal()
                      .hear(
                          new Hearing(
                              request.heldOn(),
                              request.note(),
                              context.actor(),
                              context.at(),
                              panel.round()));
                }));
  }

  Uni<Answer> vote(UUID id, @Nullable String ifMatch, VoteRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.VOTE,
        context -> {
          JudgingRules.requirePossible(context, request);
          JudgingRules.requireAnchor(context, named(request.turnsOn()));
          Appeal appeal = context.appeal();
          int round = appeal.panel().map(Panel::round).orElseThrow();
          Vote vote =
              new Vote(
                  context.actor(),
                  round,
                  request.choice(),
                  request.ordinal(),
                  named(request.turnsOn()),
                  request.precedentId(),
                  request.reason(),
                  context.at());
          return precedents
              .requireOut(
                  context.session(), request.precedentId(), context.cycle().plan().policyId())
              .chain(
                  () ->
                      days.until(
                          context.session(),
                          AppealStep.NAMING,
                          context.review().placement().workLocation(),
                          context.at()))
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
      case CONFIRM ->
          results
              .ended(context.session(), context.review(), appeal, context.at())
              .chain(() -> countAnchors(context));
      case CHANGE ->
          results
              .changed(
                  context.session(),
                  context.review(),
                  new AppealOutcome(
                      appeal, Objects.requireNonNull(verdict.ordinal()), context.at()))
              .chain(() -> countAnchors(context));
      case REMAND -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> countAnchors(AppealContext context) {
    return anchors.decided(context.session(), context.cycle().plan().policyId(), context.at());
  }

  Uni<Answer> reassess(UUID id, @Nullable String ifMatch, ScoreRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.REASSESSMENT,
        context -> {
          JudgingRules.requireLevel(context, request.ordinal());
          List<String> places = context.appeal().panel().orElseThrow().places();
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

  private static @Nullable NamedAnchor named(@Nullable AnchorName anchor) {
    return anchor == null ? null : new NamedAnchor(anchor.criterion(), anchor.ordinal());
  }

  private static Uni<Void> done(Runnable step) {
    return Uni.createFrom().voidItem().invoke(step);
  }
}
