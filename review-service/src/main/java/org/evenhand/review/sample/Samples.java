package org.evenhand.review.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.calibrated.Releases;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Claims reviews for a calibration session and redacts them. The call can be repeated: the session
 * gets again what it already holds, so a lost answer does no harm.
 */
@ApplicationScoped
class Samples {

  private static final String CALIBRATION = "calibration-service";

  private final Mutiny.SessionFactory sessions;
  private final CycleRepository cycles;
  private final ReviewRepository reviews;
  private final Journal journal;
  private final PolicyVersions policies;
  private final NamesInTexts namesInTexts;
  private final Releases releases;
  private final Clock clock;

  Samples(
      Mutiny.SessionFactory sessions,
      CycleRepository cycles,
      ReviewRepository reviews,
      Journal journal,
      PolicyVersions policies,
      NamesInTexts namesInTexts,
      Releases releases,
      Clock clock) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.reviews = reviews;
    this.journal = journal;
    this.policies = policies;
    this.namesInTexts = namesInTexts;
    this.releases = releases;
    this.clock = clock;
  }

  Uni<Answer> claim(SampleRequest request) {
    return sessions.withTransaction(
        session ->
            cycles
                .hold(session, request.cycleId())
                .call(() -> releases.requireNotCancelled(session, request.sessionId()))
                .invoke(Samples::requireCalibrating)
                .chain(
                    cycle ->
                        policies
                            .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                            .chain(policy -> claim(session, request, cycle, policy.content())))
                .map(view -> Answer.ok(null, view)));
  }

  private Uni<SamplesView> claim(
      Mutiny.Session session, SampleRequest request, Cycle cycle, PolicyContent policy) {
    return reviews
        .locked(session, new LinkedHashSet<>(request.reviewIds()))
        .chain(
            found -> {
              Map<UUID, Review> known = new HashMap<>();
              found.forEach(review -> known.put(review.id(), review));
              List<Review> held = new ArrayList<>();
              List<Review> claimed = new ArrayList<>();
              List<SamplesView.Refused> refused = new ArrayList<>();
              for (UUID id : new LinkedHashSet<>(request.reviewIds())) {
                Optional<String> reason = refusal(known.get(id), request);
                if (reason.isPresent()) {
                  refused.add(new SamplesView.Refused(id, reason.get()));
                } else {
                  Review review = Objects.requireNonNull(known.get(id));
                  held.add(review);
                  if (review.phase() == ReviewPhase.SUBMITTED) {
                    cycle.requireNoSharingProposed();
                    review.claim(request.sessionId());
                    claimed.add(review);
                  }
                }
              }
              return journal
                  .write(session, CALIBRATION, () -> facts(cycle, policy).of(claimed))
                  .chain(() -> namesInTexts.ofEach(session, held))
                  .map(names -> new SamplesView(redacted(held, names, policy), refused));
            });
  }

  private static List<SamplesView.Sample> redacted(
      List<Review> held, Map<UUID, KnownNames> names, PolicyContent policy) {
    return held.stream()
        .map(
            review -> {
              KnownNames known = Objects.requireNonNull(names.get(review.id()));
              Redaction redaction = new Redaction(known, Sampling.texts(review));
              return Sampling.sample(review, policy, redaction::redact);
            })
        .toList();
  }

  /** Why a session does not get a review; empty when it does, or already has it. */
  private static Optional<String> refusal(@Nullable Review review, SampleRequest request) {
    if (review == null || !review.cycleId().equals(request.cycleId())) {
      return Optional.of("is no review of this cycle");
    }
    if (review.phase() == ReviewPhase.SUBMITTED) {
      return Optional.empty();
    }
    if (review.phase() != ReviewPhase.IN_CALIBRATION) {
      return Optional.of("is " + review.phase());
    }
    return review.sessionId().filter(request.sessionId()::equals).isPresent()
        ? Optional.empty()
        : Optional.of("is held by another session");
  }

  private ReviewFacts facts(Cycle cycle, PolicyContent policy) {
    return new ReviewFacts(
        cycle,
        policy.scale(),
        ReviewEventType.CLAIMED,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static void requireCalibrating(Cycle cycle) {
    if (cycle.state() != CycleState.CALIBRATING) {
      throw Problem.of(
          ReviewProblem.CYCLE_NOT_CALIBRATING,
          "The cycle is " + cycle.state() + "; sessions draw while it is CALIBRATING.");
    }
  }
}
