package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.calibration.pool.ConflictsOfInterest;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionFact;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.SessionSteps;
import org.evenhand.calibration.session.Transition;
import org.evenhand.calibration.session.scoring.ScoreRepository;
import org.evenhand.calibration.training.Requirement;
import org.evenhand.calibration.training.TrainingGate;
import org.evenhand.kit.data.idempotency.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Nobody may be recognisable in a sample. The co-facilitator reads each, and finds nobody or sends
 * it back with the passage; the facilitator takes the passage out, to be checked again, or the
 * sample leaves the session.
 */
@ApplicationScoped
class SampleChecks {

  private final SessionSteps steps;
  private final SessionRepository sessions;
  private final ScoreRepository scores;
  private final ConflictsOfInterest conflicts;
  private final TrainingGate trained;

  SampleChecks(
      SessionSteps steps,
      SessionRepository sessions,
      ScoreRepository scores,
      ConflictsOfInterest conflicts,
      TrainingGate trained) {
    this.steps = steps;
    this.sessions = sessions;
    this.scores = scores;
    this.conflicts = conflicts;
    this.trained = trained;
  }

  /** A second person, close to nobody in it, has read the redacted text. */
  Uni<Answer> check(UUID id, UUID sampleId, @Nullable String ifMatch) {
    return steps
        .byMember(id, ifMatch)
        .take(
            context ->
                ofSecondPerson(context, sampleId, Transition.CHECK_SAMPLE)
                    .invoke(sample -> sample.check(context.actor(), context.at()))
                    .map(
                        sample ->
                            changed(context, sample, Transition.CHECK_SAMPLE, "sample-checked")));
  }

  /** The second person has recognised somebody. */
  Uni<Answer> sendBack(UUID id, UUID sampleId, String passage, @Nullable String ifMatch) {
    return steps
        .byMember(id, ifMatch)
        .take(
            context ->
                ofSecondPerson(context, sampleId, Transition.SEND_SAMPLE_BACK)
                    .invoke(sample -> sample.sendBack(passage, context.actor(), context.at()))
                    .map(
                        sample ->
                            changed(
                                context, sample, Transition.SEND_SAMPLE_BACK, "sample-sent-back")));
  }

  private Uni<Sample> ofSecondPerson(SessionContext context, UUID sampleId, Transition step) {
    context.calibration().require(step);
    context.requireSideOfManagers(
        "The co-facilitator checks the samples: the facilitator took them, and raters see them"
            + " first when they score.");
    context.requireSeatTaken();
    return sample(context, sampleId)
        .call(() -> requireTrained(context))
        .call(
            sample ->
                conflicts.requireNone(
                    context.session(), context.actor(), List.of(sample.reviewId())));
  }

  private Uni<Void> requireTrained(SessionContext context) {
    return trained.require(
        context.session(),
        context.occasion(),
        Requirement.CHECKING_SAMPLES,
        Map.of("", context.actor()));
  }

  /** The facilitator takes a passage out by hand. */
  Uni<Answer> redact(
      UUID id, UUID sampleId, String passage, String placeholder, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.requireSideOfHr(
                  "The facilitator takes passages out; the co-facilitator checks what is left.");
              context.calibration().require(Transition.REDACT_SAMPLE);
              return sample(context, sampleId)
                  .invoke(sample -> sample.redact(passage, placeholder))
                  .map(
                      sample ->
                          changed(context, sample, Transition.REDACT_SAMPLE, "sample-redacted"));
            });
  }

  /**
   * A sample leaves the session and its review goes free: nobody can be hidden in it, or too few
   * can score it.
   */
  Uni<Answer> withdraw(UUID id, UUID sampleId, String reason, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.calibration().require(Transition.WITHDRAW_SAMPLE);
              return sample(context, sampleId)
                  .invoke(sample -> context.calibration().withdraw(sample, context.at()))
                  .call(sample -> scores.remove(context.session(), sample))
                  .call(sample -> context.session().remove(sample))
                  .map(sample -> SessionEvents.released(sample.reviewId(), reason));
            });
  }

  private Uni<Sample> sample(SessionContext context, UUID sampleId) {
    return sessions.sample(context.session(), context.calibration(), sampleId);
  }

  private static SessionFact changed(
      SessionContext context, Sample sample, Transition step, String action) {
    context.calibration().sampleChanged(step, context.at());
    return SessionEvents.noted(action, Map.of("position", sample.position()));
  }
}
