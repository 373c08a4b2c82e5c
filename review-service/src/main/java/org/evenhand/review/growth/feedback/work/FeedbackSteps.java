package org.evenhand.review.growth.feedback.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.feedback.Addition;
import org.evenhand.review.growth.feedback.FeedbackAction;
import org.evenhand.review.growth.feedback.FeedbackKind;
import org.evenhand.review.growth.feedback.access.FeedbackContext;
import org.evenhand.review.growth.feedback.access.FeedbackContexts;
import org.evenhand.review.growth.feedback.access.FeedbackPermissions;
import org.evenhand.review.growth.feedback.access.FeedbackRelation;
import org.evenhand.review.growth.feedback.reading.FeedbackReading;
import org.evenhand.review.growth.feedback.request.AnswersTakenBack;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.AdditionRequest;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.CitationRequest;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.HidingRequest;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.OpeningRequest;
import org.jspecify.annotations.Nullable;

/** What happens to feedback once it is given. */
@ApplicationScoped
class FeedbackSteps {

  private final Steps steps;
  private final FeedbackContexts contexts;
  private final FeedbackReading reading;
  private final Leaders leaders;
  private final FeedbackCitations citations;
  private final Copies copies;
  private final AnswersTakenBack takenBack;

  FeedbackSteps(
      Steps steps,
      FeedbackContexts contexts,
      FeedbackReading reading,
      Leaders leaders,
      FeedbackCitations citations,
      Copies copies,
      AnswersTakenBack takenBack) {
    this.steps = steps;
    this.contexts = contexts;
    this.reading = reading;
    this.leaders = leaders;
    this.citations = citations;
    this.copies = copies;
    this.takenBack = takenBack;
  }

  Uni<Answer> add(UUID id, @Nullable String ifMatch, AdditionRequest body) {
    return take(
        id,
        ifMatch,
        FeedbackAction.ADDITION,
        context -> now(() -> context.feedback().add(new Addition(body.text(), context.at()))));
  }

  Uni<Answer> retract(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        FeedbackAction.RETRACTION,
        context ->
            now(() -> context.feedback().retract(context.at()))
                .chain(() -> copies.remove(context))
                .chain(() -> withoutAnswer(context)));
  }

  private Uni<List<Fact>> withoutAnswer(FeedbackContext context) {
    return context
        .feedback()
        .requestId()
        .map(request -> takenBack.follow(context.session(), request, context.at()))
        .orElseGet(() -> Uni.createFrom().item(List.of()));
  }

  Uni<Answer> hide(UUID id, @Nullable String ifMatch, HidingRequest body) {
    return take(
        id,
        ifMatch,
        FeedbackAction.HIDING,
        context ->
            now(() -> context.feedback().hide(body.reason(), role(context), context.at()))
                .chain(() -> copies.remove(context))
                .replaceWith(List.of()));
  }

  private static String role(FeedbackContext context) {
    return context.relations().contains(FeedbackRelation.HR) ? Roles.HR : Roles.HR_LEAD;
  }

  Uni<Answer> cite(UUID id, @Nullable String ifMatch, CitationRequest body) {
    return take(id, ifMatch, FeedbackAction.CITATION, context -> citations.cite(context, body));
  }

  Uni<Answer> open(UUID id, @Nullable String ifMatch, OpeningRequest body) {
    return take(
        id,
        ifMatch,
        FeedbackAction.OPENING,
        context ->
            switch (body.to()) {
              case MANAGER ->
                  leaders
                      .andReviewersOf(context.session(), context.actor())
                      .invoke(found -> openTo(context, found))
                      .replaceWith(List.of());
              case HR -> now(() -> context.feedback().showToHr(context.actor(), context.at()));
              case EVERYBODY -> now(() -> openToEverybody(context));
            });
  }

  private static void openTo(FeedbackContext context, List<UUID> readers) {
    if (readers.isEmpty()) {
      throw Problem.of(ReviewProblem.FEEDBACK_NOT_POSSIBLE, "Nobody leads or reviews you now.")
          .with(NOT_ALLOWED.at("/to", "there is nobody to open it to"));
    }
    context.feedback().openTo(context.actor(), readers);
  }

  private static void openToEverybody(FeedbackContext context) {
    if (context.feedback().kind() != FeedbackKind.RECOGNITION) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "Only recognition is public.")
          .with(NOT_ALLOWED.at("/to", "critique stays with those who were to read it"));
    }
    context.feedback().openToEverybody(context.actor());
  }

  private static Uni<List<Fact>> now(Runnable step) {
    return Uni.createFrom()
        .item(
            () -> {
              step.run();
              return List.of();
            });
  }

  /**
   * @param step what else has come about, beside the feedback itself
   */
  private Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      FeedbackAction action,
      Function<FeedbackContext, Uni<List<Fact>>> step) {
    return steps
        .load(session -> contexts.hold(session, id))
        .permit(context -> FeedbackPermissions.require(action, context))
        .match(ifMatch, FeedbackContext::version)
        .take(
            context -> {
              context.feedback().require(action, context.at());
              return step.apply(context);
            })
        .tell(
            (context, more) ->
                Stream.concat(Stream.of(context.fact(action)), more.stream()).toList())
        .answer(
            (context, more) -> reading.of(context).map(view -> Answer.ok(context.version(), view)));
  }
}
