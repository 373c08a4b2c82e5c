package org.evenhand.review.review.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.Contribution;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.CriterionRating;
import org.evenhand.review.review.FormAnswer;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContext.Outcome;
import org.evenhand.review.review.work.ReviewRequests.AnswerRequest;
import org.evenhand.review.review.work.ReviewRequests.ContextNoteRequest;
import org.evenhand.review.review.work.ReviewRequests.ContributionRequest;
import org.evenhand.review.review.work.ReviewRequests.ObservationRequest;
import org.evenhand.review.review.work.ReviewRequests.RatingRequest;
import org.jspecify.annotations.Nullable;

/** What people write and rate while a review is under way. */
@ApplicationScoped
class ReviewWriting {

  private static final String NO_CRITERION = "is none of the policy's criteria";

  private final ReviewSteps steps;
  private final PeerViews peers;
  private final Places places;
  private final TrainedReviewers trained;

  ReviewWriting(ReviewSteps steps, PeerViews peers, Places places, TrainedReviewers trained) {
    this.steps = steps;
    this.peers = peers;
    this.places = places;
    this.trained = trained;
  }

  Uni<Answer> contribute(
      UUID id, @Nullable String ifMatch, ContributionType type, ContributionRequest request) {
    return steps.take(
        id,
        ifMatch,
        type.action(),
        context -> {
          requireQuestions(context.policy(), type, request.answers());
          Uni<Void> heard =
              type == ContributionType.PEER ? peers.given(context) : Uni.createFrom().voidItem();
          return heard.map(given -> contributed(context, type, answers(request)));
        });
  }

  private static List<FormAnswer> answers(ContributionRequest request) {
    return request.answers().stream()
        .map(answer -> new FormAnswer(answer.question(), answer.text()))
        .toList();
  }

  private static Outcome contributed(
      ReviewContext context, ContributionType type, List<FormAnswer> answers) {
    Contribution contribution = Contribution.written(type, context.actor(), answers, context.at());
    return Outcome.changed(
        context.review().contribute(contribution), "contribution-written", contribution);
  }

  Uni<Answer> observe(UUID id, @Nullable String ifMatch, ObservationRequest request) {
    return steps.take(
        id,
        ifMatch,
        ReviewAction.OBSERVATIONS,
        context ->
            places
                .at(context.session(), context.review().placement().workLocation())
                .map(days -> observed(context, request, days.today(context.at()))));
  }

  private static Outcome observed(
      ReviewContext context, ObservationRequest request, LocalDate today) {
    requireCriterion(
        context.policy(), request.criterion(), NOT_FOUND.at("/criterion", NO_CRITERION));
    if (request.observedOn().isAfter(today)) {
      throw Problem.of(ReviewProblem.OBSERVED_IN_FUTURE, "Only what has happened can be observed.")
          .with(RANGE.at("/observedOn", "is a day that has not begun where the reviewee works"));
    }
    context.review().requireRoomForObservation(context.actor());
    Observation observation =
        Observation.written(
            Ids.next(),
            request.criterion(),
            request.situation(),
            request.behaviour(),
            request.impact(),
            request.observedOn(),
            context.actor(),
            context.at());
    return Outcome.changed(
        context.review().observe(observation), "observation-recorded", observation);
  }

  Uni<Answer> rate(UUID id, @Nullable String ifMatch, String criterion, RatingRequest request) {
    return steps.take(
        id,
        ifMatch,
        ReviewAction.RATINGS,
        context -> {
          requireLevel(context.policy(), criterion, request.ordinal());
          return trained
              .require(context)
              .map(
                  passed ->
                      rated(
                          context,
                          new CriterionRating(
                              criterion, request.ordinal(), request.rationale(), context.at())));
        });
  }

  private static void requireLevel(PolicyContent policy, String criterion, int ordinal) {
    requireCriterion(policy, criterion, NOT_FOUND.parameter("criterion", NO_CRITERION));
    if (!policy.scale().has(ordinal)) {
      throw Problem.of(ReviewProblem.LEVEL_UNKNOWN, "The policy's scale has no such level.")
          .with(RANGE.at("/ordinal", "must be 1 to " + policy.scale().size()));
    }
  }

  private static Outcome rated(ReviewContext context, CriterionRating rating) {
    return Outcome.changed(context.review().rate(rating), "criterion-rated", rating);
  }

  Uni<Answer> note(UUID id, @Nullable String ifMatch, ContextNoteRequest request) {
    return steps.plain(
        id,
        ifMatch,
        ReviewAction.CONTEXT_NOTE,
        context ->
            Outcome.changed(
                context.review().note(request.text()),
                "context-noted",
                Map.of("text", request.text())));
  }

  private static void requireCriterion(
      PolicyContent policy, String criterion, Violation otherwise) {
    if (policy.criterion(criterion).isEmpty()) {
      throw Problem.of(
              ReviewProblem.CRITERION_UNKNOWN, "The policy of this cycle has no such criterion.")
          .with(otherwise);
    }
  }

  private static void requireQuestions(
      PolicyContent policy, ContributionType type, List<AnswerRequest> answers) {
    Set<String> asked = new HashSet<>();
    policy.form().stream()
        .filter(question -> question.contributor().equals(type.name()))
        .forEach(question -> asked.add(question.key()));
    for (int index = 0; index < answers.size(); index++) {
      if (!asked.remove(answers.get(index).question())) {
        throw Problem.of(
                ReviewProblem.QUESTION_UNKNOWN,
                "Each question that the form asks of " + type + " is answered once at most.")
            .with(
                NOT_FOUND.at(
                    "/answers/" + index + "/question", "is not asked of " + type + ", or twice"));
      }
    }
  }
}
