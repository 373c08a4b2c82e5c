package org.evenhand.review.growth.feedback.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.feedback.Addition;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackWords;
import org.evenhand.review.growth.feedback.access.FeedbackContext;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.CitationRequest;
import org.evenhand.review.review.Gathered;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.access.Permissions;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;
import org.jspecify.annotations.Nullable;

/**
 * A recipient cites what they were given beside their own view. The review keeps a copy with author
 * and day; it is no evidence that a level needs.
 */
@ApplicationScoped
class FeedbackCitations {

  private final ReviewContexts contexts;
  private final Places places;

  FeedbackCitations(ReviewContexts contexts, Places places) {
    this.contexts = contexts;
    this.places = places;
  }

  /** What came about with the review. */
  Uni<List<Fact>> cite(FeedbackContext given, CitationRequest body) {
    return contexts
        .of(given.session(), body.reviewId(), given.viewer())
        .onFailure(Problem.class)
        .transform(
            unseen ->
                notPossible("There is no such review, or you may not know of it.")
                    .with(NOT_FOUND.at("/reviewId", "is no review that you see")))
        .chain(
            in ->
                places
                    .at(given.session(), in.review().placement().workLocation())
                    .map(days -> cited(given, in, body, days)));
  }

  private static List<Fact> cited(
      FeedbackContext given, ReviewContext in, CitationRequest body, WorkingDays days) {
    Feedback feedback = given.feedback();
    ReviewAction step = ReviewAction.SELF_CONTRIBUTION;
    if (!Permissions.permits(step, in.review(), in.relations(), in.viewer())) {
      throw notPossible("One cites in one's own review.")
          .with(NOT_ALLOWED.at("/reviewId", "is not about you"));
    }
    in.review().require(step, in.cycle().state());
    if (in.review().work().restsOn(feedback.id())) {
      throw notPossible("The review cites it already.")
          .with(DUPLICATE.at("/reviewId", "cites it already"));
    }
    in.review().requireRoomForObservation(feedback.authorId());
    Observation copy = copy(feedback, criterion(feedback, in, body.criterion()), in, days);
    feedback.cite(given.actor(), in.review().id());
    List<Fact> facts = new ArrayList<>();
    facts.add(
        ReviewFacts.noted(in.review().id(), "feedback-cited", Map.of("feedbackId", feedback.id())));
    in.review().observe(copy).map(type -> in.facts(type).of(in.review())).ifPresent(facts::addAll);
    return facts;
  }

  private static String criterion(Feedback feedback, ReviewContext in, @Nullable String asked) {
    return Optional.ofNullable(asked)
        .or(feedback::criterion)
        .filter(key -> in.policy().criterion(key).isPresent())
        .orElseThrow(
            () ->
                Problem.of(
                        ReviewProblem.CRITERION_UNKNOWN,
                        "The policy of this cycle has no such criterion.")
                    .with(NOT_FOUND.at("/criterion", "has to name one of the policy's criteria")));
  }

  private static Observation copy(
      Feedback feedback, String criterion, ReviewContext in, WorkingDays days) {
    FeedbackWords words = feedback.words().orElseThrow();
    return new Observation(
        feedback.id(),
        criterion,
        Objects.requireNonNullElse(words.situation(), ""),
        words.behaviour(),
        Objects.requireNonNullElse(words.impact(), ""),
        LocalDate.ofInstant(feedback.givenAt(), days.zone().orElse(ZoneOffset.UTC)),
        feedback.authorId(),
        feedback.givenAt(),
        new Gathered(
            feedback.givenAt(),
            in.at(),
            null,
            new Gathered.CitedFeedback(
                words.wish(), feedback.additions().stream().map(Addition::text).toList())));
  }

  private static Problem notPossible(String detail) {
    return Problem.of(CommonProblem.RULE_VIOLATED, detail);
  }
}
