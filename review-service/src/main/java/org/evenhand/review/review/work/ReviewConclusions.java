package org.evenhand.review.review.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.review.Acknowledgement;
import org.evenhand.review.review.Ending;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.access.ReviewContext.Outcome;
import org.evenhand.review.review.work.ReviewRequests.AcknowledgementRequest;
import org.evenhand.review.review.work.ReviewRequests.NotRatedRequest;
import org.evenhand.review.review.work.ReviewRequests.SubmissionRequest;
import org.jspecify.annotations.Nullable;

/** How a review is concluded: by the reviewer, by the reviewee's answer, or without a rating. */
@ApplicationScoped
class ReviewConclusions {

  private final ReviewSteps steps;
  private final Directory directory;
  private final Disagreements disagreements;
  private final TrainedReviewers trained;

  ReviewConclusions(
      ReviewSteps steps,
      Directory directory,
      Disagreements disagreements,
      TrainedReviewers trained) {
    this.steps = steps;
    this.directory = directory;
    this.disagreements = disagreements;
    this.trained = trained;
  }

  /** Who confirms what somebody else has rated in their place concludes it themself. */
  Uni<Answer> submit(UUID id, @Nullable String ifMatch, SubmissionRequest request) {
    return steps.take(
        id,
        ifMatch,
        ReviewAction.SUBMISSION,
        context ->
            trained
                .require(context)
                .chain(() -> directory.named(context.session(), context.actor()))
                .map(reviewer -> reviewer.orElseThrow().name())
                .map(
                    name -> {
                      requireOwnName(name, request.confirmedBy());
                      return Outcome.moved(
                          context
                              .review()
                              .submit(
                                  context.policy(),
                                  request.overallOrdinal(),
                                  request.overallReason(),
                                  context.actor(),
                                  name,
                                  context.at()));
                    }));
  }

  Uni<Answer> acknowledge(
      UUID id, @Nullable String ifMatch, @Nullable AcknowledgementRequest request) {
    Optional<String> disagreement =
        Optional.ofNullable(request).map(AcknowledgementRequest::disagreement);
    return steps.take(
        id,
        ifMatch,
        ReviewAction.ACKNOWLEDGEMENT,
        context -> {
          ReviewEventType happening =
              context
                  .review()
                  .acknowledge(new Acknowledgement(context.at(), disagreement.orElse(null)));
          return disagreement
              .map(words -> disagreements.told(context))
              .orElseGet(() -> Uni.createFrom().voidItem())
              .replaceWith(Outcome.moved(happening));
        });
  }

  Uni<Answer> endUnrated(UUID id, @Nullable String ifMatch, NotRatedRequest request) {
    return steps.plain(
        id,
        ifMatch,
        ReviewAction.NOT_RATED,
        context ->
            Outcome.moved(
                context
                    .review()
                    .endUnrated(new Ending(request.reason(), context.actor(), context.at()))));
  }

  /** A conclusion about somebody is not clicked away: whoever gives it writes their name. */
  private static void requireOwnName(String name, String written) {
    if (!NameComparison.same(name, written)) {
      throw Problem.of(
              ReviewProblem.NOT_CONFIRMED_BY_NAME,
              "The reviewer confirms the overall with given and family name.")
          .with(INCONSISTENT.at("/confirmedBy", "is not the reviewer's own name"));
    }
  }
}
