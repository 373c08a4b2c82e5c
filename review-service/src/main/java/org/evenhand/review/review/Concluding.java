package org.evenhand.review.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.review.ReviewRequests.AcknowledgementRequest;
import org.evenhand.review.review.ReviewRequests.NotRatedRequest;
import org.evenhand.review.review.ReviewRequests.SubmissionRequest;
import org.evenhand.review.review.ReviewTurn.Outcome;
import org.jspecify.annotations.Nullable;

/** How a review is concluded: by the reviewer, by the reviewee's answer, or without a rating. */
@ApplicationScoped
class Concluding {

  private final ReviewSteps steps;
  private final Directory directory;

  Concluding(ReviewSteps steps, Directory directory) {
    this.steps = steps;
    this.directory = directory;
  }

  Uni<Answer> submit(UUID id, @Nullable String ifMatch, SubmissionRequest request) {
    return steps.take(
        id,
        ifMatch,
        ReviewAction.SUBMISSION,
        turn ->
            directory
                .named(turn.session(), turn.actor())
                .map(reviewer -> reviewer.orElseThrow().name())
                .map(
                    name -> {
                      requireOwnName(name, request.confirmedBy());
                      return Outcome.moved(
                          turn.review()
                              .submit(
                                  turn.policy(),
                                  request.overallOrdinal(),
                                  request.overallReason(),
                                  turn.actor(),
                                  name,
                                  turn.at()));
                    }));
  }

  Uni<Answer> acknowledge(
      UUID id, @Nullable String ifMatch, @Nullable AcknowledgementRequest request) {
    return steps.plain(
        id,
        ifMatch,
        ReviewAction.ACKNOWLEDGEMENT,
        turn ->
            Outcome.moved(
                turn.review()
                    .acknowledge(
                        new Acknowledgement(
                            turn.at(), request == null ? null : request.disagreement()))));
  }

  Uni<Answer> endUnrated(UUID id, @Nullable String ifMatch, NotRatedRequest request) {
    return steps.plain(
        id,
        ifMatch,
        ReviewAction.NOT_RATED,
        turn ->
            Outcome.moved(
                turn.review().endUnrated(new Ending(request.reason(), turn.actor(), turn.at()))));
  }

  /** A conclusion about somebody is not clicked away: whoever gives it writes their name. */
  private static void requireOwnName(String name, String written) {
    if (!plain(name).equals(plain(written))) {
      throw Problem.of(
              ReviewProblem.NOT_CONFIRMED_BY_NAME,
              "The reviewer confirms the overall with given and family name.")
          .with(Violation.at("/confirmedBy", "is not the reviewer's own name"));
    }
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
