package org.evenhand.review.growth.observation;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.observation.ObservationRequests.CitationRequest;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.Gathered;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.access.Permissions;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;
import org.jspecify.annotations.Nullable;

/**
 * Lets a review rest on what was gathered: the reviewer cites it as evidence, the reviewee beside
 * their own view. The review keeps a copy with author and day, which is evidence as far as it was
 * seen in the rated period.
 */
@ApplicationScoped
class Citing {

  /**
   * An observation in a review that is to rest on it.
   *
   * @param moved what came about with the review, if citing was the first that was done to it
   */
  private record Cited(
      GatheredObservation seen, ReviewContext in, Optional<ReviewEventType> moved) {

    static CitingSide as(ReviewContext in) {
      return in.viewer().is(in.review().employeeId()) ? CitingSide.SELF : CitingSide.REVIEWER;
    }

    List<Fact> facts() {
      UUID review = in.review().id();
      List<Fact> facts = new ArrayList<>();
      Permissions.actingFor(as(in).step(), in.review(), in.viewer())
          .map(
              reviewer ->
                  ReviewFacts.noted(
                      review,
                      "acted-for",
                      Map.of("step", "citeObservation", "reviewerId", reviewer)))
          .ifPresent(facts::add);
      facts.add(ReviewFacts.noted(review, "observation-cited", Map.of("observationId", seen.id())));
      moved.map(type -> in.facts(type).of(in.review())).ifPresent(facts::addAll);
      return facts;
    }
  }

  private final Steps steps;
  private final ObservationContexts contexts;
  private final ReviewContexts reviews;
  private final ObservationReading reading;

  Citing(
      Steps steps,
      ObservationContexts contexts,
      ReviewContexts reviews,
      ObservationReading reading) {
    this.steps = steps;
    this.contexts = contexts;
    this.reviews = reviews;
    this.reading = reading;
  }

  Uni<Answer> cite(UUID id, @Nullable String ifMatch, CitationRequest request) {
    return steps
        .load(session -> contexts.hold(session, id))
        .permit(seen -> ObservationPermissions.require(ObservationAction.CITATION, seen))
        .match(ifMatch, seen -> seen.observation().version())
        .take(
            seen -> {
              seen.observation().require(ObservationAction.CITATION);
              return review(seen, request).map(in -> cited(seen.observation(), in, request));
            })
        .tell(
            (seen, cited) -> {
              List<Fact> facts = new ArrayList<>(seen.facts(ObservationAction.CITATION.word()));
              facts.addAll(cited.facts());
              return facts;
            })
        .answer(
            (seen, cited) ->
                reading.of(seen).map(view -> Answer.ok(seen.observation().version(), view)));
  }

  private Uni<ReviewContext> review(ObservationContext seen, CitationRequest request) {
    return reviews
        .of(seen.session(), request.reviewId(), seen.viewer())
        .onFailure(Problem.class)
        .transform(
            unseen ->
                notPossible("There is no such review, or you may not know of it.")
                    .with(NOT_FOUND.at("/reviewId", "is no review that you see")));
  }

  private static Cited cited(GatheredObservation seen, ReviewContext in, CitationRequest request) {
    if (!seen.subjectId().equals(in.review().employeeId())) {
      throw notPossible("The review is about somebody else.")
          .with(INCONSISTENT.at("/reviewId", "is not about the person who was observed"));
    }
    CitingSide side = Cited.as(in);
    ReviewAction step = side.step();
    if (!Permissions.permits(step, in.review(), in.relations(), in.viewer())) {
      throw notPossible("This review is another's to write.")
          .with(NOT_ALLOWED.at("/reviewId", "is not yours for " + step.operation()));
    }
    seen.requireUncited(side);
    in.review().require(step, in.cycle().state());
    String criterion = criterion(seen, in.policy(), request);
    boolean held = in.review().work().restsOn(seen.id());
    if (!held) {
      in.review().requireRoomForObservation(seen.authorId());
    }
    seen.cite(side, in.review().id(), in.at());
    // Where both cite it in one review, it stands there as the reviewer cites it.
    return new Cited(
        seen,
        in,
        held && side == CitingSide.SELF
            ? Optional.empty()
            : in.review().observe(copy(seen, in, criterion)));
  }

  private static Problem notPossible(String detail) {
    return Problem.of(CommonProblem.RULE_VIOLATED, detail);
  }

  /**
   * It is evidence of what the person was told of. Where the policy of the cycle has no such
   * criterion, whoever cites names another.
   */
  static String criterion(GatheredObservation seen, PolicyContent policy, CitationRequest request) {
    String criterion = Objects.requireNonNullElse(request.criterion(), seen.criterion());
    if (!criterion.equals(seen.criterion()) && policy.criterion(seen.criterion()).isPresent()) {
      throw notPossible("The policy of this cycle has the criterion that was observed.")
          .with(NOT_ALLOWED.at("/criterion", "has to be that of the observation, or absent"));
    }
    if (policy.criterion(criterion).isEmpty()) {
      throw Problem.of(
              ReviewProblem.CRITERION_UNKNOWN, "The policy of this cycle has no such criterion.")
          .with(NOT_FOUND.at("/criterion", "has to name one of the policy's criteria"));
    }
    return criterion;
  }

  private static Observation copy(GatheredObservation seen, ReviewContext in, String criterion) {
    ObservedWords words = seen.words().orElseThrow();
    return new Observation(
        seen.id(),
        criterion,
        words.situation(),
        words.behaviour(),
        Objects.requireNonNullElse(words.impact(), ""),
        seen.observedOn(),
        seen.authorId(),
        seen.recordedAt(),
        new Gathered(
            seen.isOwn() ? null : seen.toldAt().orElse(null),
            in.at(),
            seen.reply().map(Reply::text).orElse(null),
            null));
  }
}
