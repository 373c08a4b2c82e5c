package org.evenhand.calibration.session.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.CalibrationSettings;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionFact;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.SessionSteps;
import org.evenhand.calibration.session.Transition;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Opens the samples to the raters, and reveals what they scored with how far they agree. */
@ApplicationScoped
class BlindScoring {

  private final SessionSteps steps;
  private final SessionRepository sessions;
  private final ScoreRepository scores;
  private final AgreementOfScores agreement;

  /** Not to be repeated by anybody: the order of samples would tell whose is whose. */
  private final Random random = new SecureRandom();

  BlindScoring(
      SessionSteps steps,
      SessionRepository sessions,
      ScoreRepository scores,
      CalibrationSettings settings) {
    this.steps = steps;
    this.sessions = sessions;
    this.scores = scores;
    this.agreement = new AgreementOfScores(settings.alphaReplicates());
  }

  /** Once each sample is checked. */
  Uni<Answer> open(UUID id, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.calibration().require(Transition.OPEN_BLIND_SCORING);
              return sessions
                  .samples(context.session(), id)
                  .invoke(
                      samples -> {
                        requireChecked(samples);
                        context.calibration().openBlindScoring(context.at());
                      })
                  .replaceWith(SessionEvents.became());
            });
  }

  /** Once every rater has scored what they may. */
  Uni<Answer> reveal(UUID id, @Nullable String ifMatch) {
    return steps
        .byFacilitator(id, ifMatch)
        .take(
            context -> {
              context.calibration().require(Transition.REVEAL_SCORES);
              return owed(context).map(owed -> reveal(context, owed));
            });
  }

  private Uni<OwedScores> owed(SessionContext context) {
    return scores
        .of(context.session(), context.calibration())
        .chain(
            scored ->
                scores
                    .owed(context.session(), context.calibration().id())
                    .map(raters -> new OwedScores(scored, raters)));
  }

  private SessionFact reveal(SessionContext context, OwedScores owed) {
    owed.requireNone();
    var scored = owed.scored();
    var calibration = context.calibration();
    var found =
        agreement.of(scored.ordinals().values(), calibration.id().getLeastSignificantBits());
    calibration.reveal(found, context.at());
    return SessionEvents.became(RevealedScores.told(found, scored, random).orElse(null));
  }

  private static void requireChecked(List<Sample> samples) {
    var open = samples.stream().filter(s -> s.check() == null).map(Sample::position).toList();
    if (!open.isEmpty()) {
      throw Problem.of(
          CalibrationProblem.SAMPLES_UNCHECKED,
          "A second person has still to check the samples " + open + ".");
    }
  }
}
