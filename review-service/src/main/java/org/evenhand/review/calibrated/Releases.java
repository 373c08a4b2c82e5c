package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reviews that a calibration session gives back undecided. They return to the pool and hold up
 * nothing.
 */
@ApplicationScoped
public class Releases {

  private static final String ACTOR = "calibration-service";

  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Journal journal;
  private final Clock clock;

  Releases(
      ReviewRepository reviews,
      CycleRepository cycles,
      PolicyVersions policies,
      Journal journal,
      Clock clock) {
    this.reviews = reviews;
    this.cycles = cycles;
    this.policies = policies;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Refuses claims of a cancelled session. Called while the cycle is locked, so that either this
   * call sees the cancellation or the cancellation sees the claimed reviews.
   *
   * @throws Problem 409 when the session was cancelled
   */
  public Uni<Void> requireNotCancelled(Mutiny.Session session, UUID sessionId) {
    return session
        .find(SessionOutcome.class, sessionId)
        .invoke(
            outcome -> {
              if (outcome != null && outcome.isCancelled()) {
                throw Problem.of(
                    ReviewProblem.SESSION_CANCELLED, "A cancelled session gets no reviews.");
              }
            })
        .replaceWithVoid();
  }

  /** The session was cancelled: all its reviews become free. */
  Uni<Void> all(Mutiny.Session session, SessionReleased cancelled) {
    Instant at = now();
    return holdAlone(session, cancelled)
        .chain(
            cycle ->
                session
                    .find(SessionOutcome.class, cancelled.sessionId())
                    .chain(
                        known -> {
                          SessionOutcome outcome =
                              known == null
                                  ? new SessionOutcome(
                                      cancelled.sessionId(), cancelled.cycleId(), at)
                                  : known;
                          outcome.cancel(at);
                          return known == null
                              ? session.persist(outcome)
                              : Uni.createFrom().voidItem();
                        })
                    .chain(() -> reviews.heldBy(session, cancelled.sessionId()))
                    .chain(held -> release(session, cycle, held, at)));
  }

  /** The session goes on without these. */
  Uni<Void> some(Mutiny.Session session, SessionReleased told) {
    List<UUID> released = Optional.ofNullable(told.released()).orElse(List.of());
    return holdAlone(session, told)
        .chain(
            cycle ->
                reviews
                    .heldBy(session, told.sessionId())
                    .map(
                        held ->
                            held.stream().filter(review -> released.contains(review.id())).toList())
                    .chain(held -> release(session, cycle, held, now())));
  }

  private Uni<Cycle> holdAlone(Mutiny.Session session, SessionReleased told) {
    return session
        .find(Cycle.class, told.cycleId())
        .onItem()
        .ifNull()
        .failWith(() -> new RefusedEvent("the session's cycle is unknown"))
        .chain(() -> cycles.holdAlone(session, told.cycleId()));
  }

  private Uni<Void> release(Mutiny.Session session, Cycle cycle, List<Review> held, Instant at) {
    if (held.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    held.forEach(Review::defer);
    return policies
        .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
        .chain(
            policy ->
                journal.write(
                    session,
                    ACTOR,
                    () ->
                        new ReviewFacts(
                                cycle, policy.content().scale(), ReviewEventType.DEFERRED, at)
                            .of(held)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
