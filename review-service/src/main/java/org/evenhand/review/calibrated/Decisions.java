package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.database.DependencyAway;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.calibrated.SessionLocked.Decided;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.rating.ReviewState;
import org.evenhand.review.review.CalibrationOutcome;
import org.evenhand.review.review.Decision;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Applies the decisions of a calibration session: all of them in the transaction that also records
 * the event, or none and the reason why. A session whose event comes again is not applied again.
 */
@ApplicationScoped
class Decisions {

  private static final String ACTOR = "calibration-service";
  private static final String APPLIED = "org.evenhand.session.applied.v1";
  private static final String REFUSED = "org.evenhand.session.refused.v1";

  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Journal journal;
  private final Mutiny.SessionFactory sessions;
  private final Outbox outbox;
  private final Clock clock;

  Decisions(
      ReviewRepository reviews,
      CycleRepository cycles,
      PolicyVersions policies,
      Journal journal,
      Mutiny.SessionFactory sessions,
      Outbox outbox,
      Clock clock) {
    this.reviews = reviews;
    this.cycles = cycles;
    this.policies = policies;
    this.journal = journal;
    this.sessions = sessions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The sessions whose decisions have not been applied, read in a transaction of its own. */
  Uni<List<UUID>> unapplied(List<UUID> locked) {
    if (locked.isEmpty()) {
      return Uni.createFrom().item(locked);
    }
    return sessions
        .withTransaction(
            session ->
                session
                    .createSelectionQuery(
                        "select s.sessionId from SessionOutcome s"
                            + " where s.applied = true and s.sessionId in (:ids)",
                        UUID.class)
                    .setParameter("ids", locked)
                    .getResultList())
        .map(applied -> locked.stream().filter(id -> !applied.contains(id)).toList());
  }

  /**
   * @param words the session's reasons by review; without them the session waits
   */
  Uni<Void> settle(
      Mutiny.Session session, SessionLocked locked, Optional<Map<UUID, String>> words) {
    return session
        .find(SessionOutcome.class, locked.sessionId())
        .chain(
            known ->
                known != null && known.isApplied()
                    ? Uni.createFrom().voidItem()
                    : settle(
                        session,
                        locked,
                        known,
                        words.orElseThrow(() -> new DependencyAway("calibration-service"))));
  }

  private Uni<Void> settle(
      Mutiny.Session session,
      SessionLocked locked,
      @Nullable SessionOutcome known,
      Map<UUID, String> words) {
    return session
        .find(Cycle.class, locked.cycleId())
        .onItem()
        .ifNull()
        .failWith(() -> new RefusedEvent("the session's cycle is unknown"))
        .chain(() -> cycles.hold(session, locked.cycleId()))
        .chain(
            cycle ->
                policies
                    .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                    .map(policy -> policy.content().scale())
                    .chain(scale -> settle(session, locked, known, words, cycle, scale)));
  }

  private Uni<Void> settle(
      Mutiny.Session session,
      SessionLocked locked,
      @Nullable SessionOutcome known,
      Map<UUID, String> words,
      Cycle cycle,
      RatingScale scale) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return reviews
        .heldBy(session, locked.sessionId())
        .map(Verdict::byId)
        .chain(
            held -> {
              Optional<String> against = Verdict.against(locked, cycle.state(), scale, held, words);
              SessionOutcome outcome =
                  known == null
                      ? new SessionOutcome(locked.sessionId(), locked.cycleId(), at)
                      : known;
              Uni<Void> applied = Uni.createFrom().voidItem();
              if (against.isPresent()) {
                outcome.refuse(against.get(), at);
              } else {
                outcome.apply(at);
                applied = apply(session, locked, held, words, cycle, scale, at);
              }
              return applied
                  .chain(
                      () -> known == null ? session.persist(outcome) : Uni.createFrom().voidItem())
                  .chain(() -> tell(session, outcome, locked));
            });
  }

  private Uni<Void> apply(
      Mutiny.Session session,
      SessionLocked locked,
      Map<UUID, Review> held,
      Map<UUID, String> words,
      Cycle cycle,
      RatingScale scale,
      Instant at) {
    List<Review> calibrated = new ArrayList<>();
    List<Review> deferred = new ArrayList<>();
    for (Decided one : locked.decisions()) {
      Review review = Objects.requireNonNull(held.get(one.reviewId()));
      if (one.decision() == Decision.DEFER) {
        review.defer();
        deferred.add(review);
      } else {
        review.calibrate(outcome(locked, one, review, words, at));
        calibrated.add(review);
      }
    }
    return journal
        .write(
            session,
            ACTOR,
            () -> new ReviewFacts(cycle, scale, ReviewEventType.CALIBRATED, at).of(calibrated))
        .chain(
            () ->
                journal.write(
                    session,
                    ACTOR,
                    () ->
                        new ReviewFacts(cycle, scale, ReviewEventType.DEFERRED, at).of(deferred)));
  }

  private static CalibrationOutcome outcome(
      SessionLocked locked, Decided one, Review review, Map<UUID, String> words, Instant at) {
    int ordinal =
        one.decision() == Decision.ADJUST
            ? Objects.requireNonNull(one.ordinal())
            : review.originalOrdinal().orElseThrow();
    return new CalibrationOutcome(
        locked.sessionId(),
        one.decision(),
        ordinal,
        one.precedentId(),
        one.reasonCode(),
        Objects.requireNonNull(words.get(one.reviewId())),
        at);
  }

  private Uni<Void> tell(Mutiny.Session session, SessionOutcome outcome, SessionLocked locked) {
    String id = outcome.sessionId().toString();
    return session
        .flush()
        .chain(
            () ->
                outbox.append(
                    session,
                    new OutboxEvent(
                        ReviewState.TOPIC,
                        outcome.isApplied() ? APPLIED : REFUSED,
                        id,
                        id,
                        outcome.version(),
                        new SessionSettled(
                            outcome.sessionId(),
                            outcome.cycleId(),
                            outcome.reason(),
                            locked.decisions().stream().map(Decided::reviewId).toList(),
                            outcome.at()))));
  }
}
