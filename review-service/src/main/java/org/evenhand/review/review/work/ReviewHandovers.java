package org.evenhand.review.review.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Reason;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContext.Outcome;
import org.evenhand.review.review.succession.ReviewersChanged;
import org.evenhand.review.review.succession.Succession;
import org.evenhand.review.review.work.ReviewRequests.ReassignmentRequest;
import org.jspecify.annotations.Nullable;

/** Who has a part in a review: the reviewer, those who are asked, and the two who reopen it. */
@ApplicationScoped
class ReviewHandovers {

  private final ReviewSteps steps;
  private final Directory directory;
  private final Succession succession;
  private final ReviewersChanged changed;

  ReviewHandovers(
      ReviewSteps steps, Directory directory, Succession succession, ReviewersChanged changed) {
    this.steps = steps;
    this.directory = directory;
    this.succession = succession;
    this.changed = changed;
  }

  /** The one named is held: who leaves at this moment is refused, or found after it. */
  Uni<Answer> reassign(UUID id, @Nullable String ifMatch, ReassignmentRequest request) {
    return steps.take(
        id,
        ifMatch,
        ReviewAction.REASSIGNMENT,
        context ->
            working(
                    directory.hold(context.session(), request.reviewerExternalId()),
                    ReviewProblem.REVIEWER_NOT_POSSIBLE,
                    "/reviewerExternalId")
                .chain(
                    reviewer ->
                        directory
                            .lineAbove(context.session(), reviewer.id())
                            .map(
                                above -> {
                                  requirePossible(context.review(), reviewer, above);
                                  return reassigned(context, reviewer, request.reason());
                                }))
                .call(() -> changed.passed(context.session(), List.of(id))));
  }

  private static Outcome reassigned(ReviewContext context, Employee reviewer, String reason) {
    return Outcome.changed(
        Optional.of(
            context.review().reassign(reviewer.id(), reason, context.actor(), context.at())),
        "reviewer-changed",
        Map.of("reviewerId", reviewer.id(), "reason", reason));
  }

  Uni<Answer> confirm(UUID id, @Nullable String ifMatch, Reason reason) {
    return steps.plain(
        id,
        ifMatch,
        ReviewAction.REVIEWER_CONFIRMATION,
        context -> {
          context.review().keepReviewer(context.at());
          return Outcome.changed(Optional.empty(), "reviewer-kept", reason);
        });
  }

  Uni<Answer> proposeReopening(UUID id, @Nullable String ifMatch, Reason reason) {
    return steps.plain(
        id,
        ifMatch,
        ReviewAction.REOPENING,
        context -> {
          context
              .review()
              .proposeReopening(
                  reason.reason(), new Signature(context.actor(), Side.HR, context.at()));
          return Outcome.changed(Optional.empty(), "reopening-proposed", reason);
        });
  }

  /** Who concluded it may not be there any more to look at it again. */
  Uni<Answer> countersignReopening(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        ReviewAction.REOPENING_COUNTERSIGNATURE,
        context ->
            succession
                .look(context.session(), id)
                .replaceWith(
                    () ->
                        Outcome.moved(
                            context
                                .review()
                                .reopen(
                                    new Signature(context.actor(), Side.MANAGER, context.at())))));
  }

  private static Uni<Employee> working(
      Uni<Optional<Employee>> named, ReviewProblem otherwise, String pointer) {
    return named.map(
        found ->
            found
                .filter(person -> !person.left())
                .orElseThrow(
                    () ->
                        Problem.of(otherwise, "Nobody who works here goes by this id.")
                            .with(NOT_FOUND.at(pointer, "is nobody who works here"))));
  }

  private static void requirePossible(Review review, Employee reviewer, List<UUID> above) {
    if (reviewer.id().equals(review.employeeId())) {
      throw notPossible("is the reviewee");
    }
    if (review.reviewerId().filter(reviewer.id()::equals).isPresent()) {
      throw notPossible("is the reviewer already");
    }
    if (reviewer.status() != EmploymentStatus.ACTIVE) {
      throw notPossible("is not at work");
    }
    if (above.contains(review.employeeId())) {
      throw notPossible("is below the reviewee");
    }
  }

  private static Problem notPossible(String why) {
    return Problem.of(
            ReviewProblem.REVIEWER_NOT_POSSIBLE,
            "A reviewer is at work, another than before, and neither the reviewee nor below them.")
        .with(NOT_ALLOWED.at("/reviewerExternalId", why));
  }
}
