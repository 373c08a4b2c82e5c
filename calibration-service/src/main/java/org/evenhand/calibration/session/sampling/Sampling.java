package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionSteps;
import org.evenhand.calibration.session.Transition;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Takes samples: the session's reviews, claimed at review-service and redacted there. */
@ApplicationScoped
class Sampling {

  private final SessionSteps steps;
  private final Claims claims;
  private final ExerciseTexts exercises;

  /** Not to be repeated by anybody: order and draw would tell whose sample is whose. */
  private final Random random = new SecureRandom();

  Sampling(SessionSteps steps, Claims claims, ExerciseTexts exercises) {
    this.steps = steps;
    this.claims = claims;
    this.exercises = exercises;
  }

  /**
   * What review-service gives, asked for outside of any transaction: while it is slow it holds no
   * connection to the database. Empty when the session may not take samples now; why not, {@link
   * #take} says, after it has been seen whether the command is a repeat. Empty for an exercise too,
   * which claims nothing.
   */
  Uni<Optional<ReviewService.Claimed>> claim(UUID id, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .look(Sampling::claim)
        .onFailure(Problem.class)
        .recoverWithItem(Optional.empty())
        .chain(
            wanted ->
                wanted
                    .map(claim -> claims.of(claim).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private static Optional<ReviewService.Claim> claim(SessionContext context) {
    requireTakeable(context);
    return context.calibration().isExercise()
        ? Optional.empty()
        : Optional.of(ReviewService.Claim.of(context.calibration()));
  }

  /**
   * Stores the redacted texts of the claimed reviews. The session may have changed since they were
   * asked for: then nothing is stored, and the reviews wait for it at review-service, or go free
   * with it.
   */
  Uni<Answer> take(UUID id, @Nullable String ifMatch, Optional<ReviewService.Claimed> claimed) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              requireTakeable(context);
              return given(context, claimed)
                  .map(found -> samples(context, found))
                  .call(samples -> context.session().persistAll(samples.toArray()))
                  .replaceWith(SessionEvents.became());
            });
  }

  private Uni<ReviewService.Claimed> given(
      SessionContext context, Optional<ReviewService.Claimed> claimed) {
    return context.calibration().isExercise()
        ? exercises.of(context.session(), context.calibration())
        : Uni.createFrom().item(() -> claimed.orElseThrow(Sampling::changed));
  }

  private static void requireTakeable(SessionContext context) {
    context.requireSideOfHr("The facilitator takes the samples, the co-facilitator checks them.");
    context.calibration().require(Transition.TAKE_SAMPLES);
    context.requireAgreed(
        "Nothing is claimed before the co-facilitator has agreed to hold the session.");
  }

  private static Problem changed() {
    return Problem.of(
        CommonProblem.PRECONDITION_FAILED, "The session changed just now: read it again.");
  }

  private List<Sample> samples(SessionContext context, ReviewService.Claimed claimed) {
    var redacted = claimed.samples();
    if (redacted.isEmpty()) {
      throw Problem.of(
          CalibrationProblem.SAMPLES_REFUSED,
          "None of the reviews can be had any more: cancel this session and plan another one.");
    }
    var calibration = context.calibration();
    calibration.takeSamples(
        redacted.stream().map(ReviewService.Redacted::reviewId).sorted().toList(), context.at());
    return inRandomOrder(calibration, redacted, blind(calibration));
  }

  private Set<UUID> blind(Session calibration) {
    var reviews = new ArrayList<>(calibration.reviewIds());
    Collections.shuffle(reviews, random);
    return Set.copyOf(reviews.subList(0, calibration.blindSize()));
  }

  /** Ids come in the order of positions, positions in an order that says nothing about people. */
  private List<Sample> inRandomOrder(
      Session calibration, List<ReviewService.Redacted> redacted, Set<UUID> blind) {
    var order = new ArrayList<>(redacted);
    Collections.shuffle(order, random);
    return IntStream.range(0, order.size())
        .mapToObj(at -> sample(calibration, at + 1, order.get(at), blind))
        .toList();
  }

  private static Sample sample(
      Session calibration, int position, ReviewService.Redacted review, Set<UUID> blind) {
    return new Sample(
        Ids.next(),
        calibration.id(),
        review.reviewId(),
        position,
        blind.contains(review.reviewId()),
        review.redactedText(),
        review.originalOrdinal(),
        review.scaleSize());
  }
}
