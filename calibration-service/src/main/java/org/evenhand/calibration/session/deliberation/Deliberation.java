package org.evenhand.calibration.session.deliberation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.SessionSteps;
import org.evenhand.calibration.session.Transition;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** From REVEALED to LOCKED: consensus on samples, decisions on reviews, the countersignature. */
@ApplicationScoped
class Deliberation {

  private final SessionSteps steps;
  private final SessionRepository sessions;
  private final ConflictsOfInterest conflicts;
  private final CitedPrecedents precedents;

  Deliberation(
      SessionSteps steps,
      SessionRepository sessions,
      ConflictsOfInterest conflicts,
      CitedPrecedents precedents) {
    this.steps = steps;
    this.sessions = sessions;
    this.conflicts = conflicts;
    this.precedents = precedents;
  }

  Uni<Answer> discuss(UUID id, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .become(context -> context.calibration().openDiscussion(context.at()));
  }

  /** What the session came to on a sample. */
  Uni<Answer> agree(UUID id, UUID sampleId, NewConsensus wanted, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.calibration().sampleChanged(Transition.RECORD_CONSENSUS, context.at());
              return sessions
                  .sample(context.session(), context.calibration(), sampleId)
                  .call(sample -> requireNoConflict(context, List.of(sample.reviewId())))
                  .invoke(sample -> sample.agree(wanted.by(context.actor(), context.at())))
                  .map(sample -> SessionEvents.noted("consensus", sample.consensus()));
            });
  }

  Uni<Answer> decide(UUID id, UUID reviewId, NewDecision wanted, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.calibration().sampleChanged(Transition.DECIDE_REVIEW, context.at());
              return requireNoConflict(context, List.of(reviewId))
                  .chain(() -> sessions.ofReview(context.session(), id, reviewId))
                  .invoke(sample -> sample.decide(wanted.by(context.actor(), context.at())))
                  .call(sample -> precedents.require(context, sample))
                  .map(sample -> SessionEvents.noted("decision", sample.decision()));
            });
  }

  /** No review may be left undecided. HR says so, and the co-facilitator countersigns. */
  Uni<Answer> ready(UUID id, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.calibration().require(Transition.DECLARE_READY);
              context.requireSideOfHr(
                  "The facilitator declares the session ready; the co-facilitator countersigns.");
              return decided(context)
                  .invoke(decided -> context.calibration().declareReady(context.at()))
                  .replaceWith(SessionEvents.became());
            });
  }

  /** The co-facilitator countersigns; from now on the decisions are on their way. */
  Uni<Answer> lock(UUID id, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.requireSideOfManagers(
                  "The session is locked by its co-facilitator's countersignature.");
              context.calibration().require(Transition.LOCK);
              return decided(context)
                  .invoke(decided -> context.calibration().lock(context.at()))
                  .map(SessionEvents::became);
            });
  }

  /** All decisions; the caller is close to none that the session takes on itself. */
  private Uni<LockedDecisions> decided(SessionContext context) {
    return sessions
        .samples(context.session(), context.calibration().id())
        .invoke(Deliberation::requireDecided)
        .call(samples -> requireNoConflict(context, decidedHere(samples)))
        .map(LockedDecisions::of);
  }

  private Uni<Void> requireNoConflict(SessionContext context, List<UUID> reviews) {
    return conflicts.requireNone(context.session(), context.actor(), reviews);
  }

  /** What is deferred is decided elsewhere; of the rest the signature covers every one. */
  private static List<UUID> decidedHere(List<Sample> samples) {
    return samples.stream().filter(Sample::isDecidedHere).map(Sample::reviewId).toList();
  }

  private static void requireDecided(List<Sample> samples) {
    var open = samples.stream().filter(s -> s.decision() == null).map(Sample::position).toList();
    if (!open.isEmpty()) {
      throw Problem.of(
          CalibrationProblem.REVIEWS_UNDECIDED,
          "The reviews behind the samples " + open + " are undecided.");
    }
  }
}
