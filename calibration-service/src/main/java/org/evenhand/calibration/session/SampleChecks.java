package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Nobody may be recognisable in a sample. The co-facilitator reads each, and finds nobody or sends
 * it back with the passage; the facilitator takes the passage out, to be checked again, or the
 * sample leaves the session.
 */
@ApplicationScoped
class SampleChecks {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final Chronicle chronicle;
  private final Clock clock;

  SampleChecks(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Members members,
      Chronicle chronicle,
      Clock clock) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** A second person, close to nobody in it, has read the redacted text. */
  Uni<Session> check(UUID id, UUID sampleId, @Nullable String ifMatch) {
    return asSecondPerson(
        id,
        sampleId,
        ifMatch,
        "sample-checked",
        (seat, sample) -> sample.check(seat.person(), Instant.now(clock)));
  }

  /** The second person has recognised somebody. */
  Uni<Session> sendBack(UUID id, UUID sampleId, String passage, @Nullable String ifMatch) {
    return asSecondPerson(
        id,
        sampleId,
        ifMatch,
        "sample-sent-back",
        (seat, sample) -> sample.sendBack(passage, seat.person(), Instant.now(clock)));
  }

  /** The facilitator takes a passage out by hand. */
  Uni<Session> redact(
      UUID id, UUID sampleId, String passage, String placeholder, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .facilitator(db, id, ifMatch)
                .invoke(
                    seat -> {
                      if (seat.isCoFacilitator()) {
                        throw Problem.of(
                            CalibrationProblem.SECOND_PERSON_REQUIRED,
                            "The facilitator takes passages out; the co-facilitator checks what is"
                                + " left.");
                      }
                      seat.session().mustBe(SessionState.SAMPLES_READY);
                    })
                .chain(
                    seat ->
                        repository
                            .sample(db, seat.session(), sampleId)
                            .invoke(sample -> sample.redact(passage, placeholder))
                            .chain(sample -> noted(db, seat, "sample-redacted", sample))));
  }

  /**
   * A sample leaves the session and its review goes free: nobody can be hidden in it, or too few
   * can score it.
   */
  Uni<Session> withdraw(UUID id, UUID sampleId, String reason, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .facilitator(db, id, ifMatch)
                .invoke(
                    seat ->
                        seat.session()
                            .mustBe(SessionState.SAMPLES_READY, SessionState.BLIND_SCORING))
                .chain(
                    seat ->
                        repository
                            .sample(db, seat.session(), sampleId)
                            .invoke(
                                sample -> {
                                  mustLeaveOne(seat.session(), sample);
                                  seat.session().withdraw(sample, Instant.now(clock));
                                })
                            .call(sample -> repository.remove(db, sample))
                            .chain(
                                sample ->
                                    chronicle.released(
                                        db, seat.session(), sample, reason, seat.person()))
                            .replaceWith(seat.session())));
  }

  private static void mustLeaveOne(Session session, Sample sample) {
    boolean lastBlind = sample.blind() && session.blindSize() == 1;
    if (session.reviewIds().size() == 1 || lastBlind) {
      throw Problem.of(
              CalibrationProblem.LAST_SAMPLE,
              "Without this sample nothing is left to score: cancel the session.")
          .with(Violation.at("", "is the last sample that is scored blind"));
    }
  }

  private Uni<Session> asSecondPerson(
      UUID id,
      UUID sampleId,
      @Nullable String ifMatch,
      String action,
      BiConsumer<Members.Seat, Sample> step) {
    return factory.withTransaction(
        db ->
            members
                .member(db, id)
                .map(seat -> seat.at(ifMatch))
                .invoke(SampleChecks::mustBeSecondPerson)
                .invoke(Members::mustHaveAgreed)
                .chain(
                    seat ->
                        repository
                            .sample(db, seat.session(), sampleId)
                            .call(
                                sample ->
                                    members.unconflicted(
                                        db, seat.person(), List.of(sample.reviewId())))
                            .invoke(sample -> step.accept(seat, sample))
                            .chain(sample -> noted(db, seat, action, sample))));
  }

  private static void mustBeSecondPerson(Members.Seat seat) {
    seat.session().mustBe(SessionState.SAMPLES_READY);
    if (!seat.isCoFacilitator()) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "The co-facilitator checks the samples: the facilitator took them, and raters see them"
              + " first when they score.");
    }
  }

  private Uni<Session> noted(Mutiny.Session db, Members.Seat seat, String action, Sample sample) {
    seat.session().touched(Instant.now(clock));
    return chronicle
        .noted(db, seat.session(), action, seat.person(), Map.of("position", sample.position()))
        .replaceWith(seat.session());
  }
}
