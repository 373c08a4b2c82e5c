package org.evenhand.calibration.duty;

import static org.evenhand.calibration.session.SessionState.BLIND_SCORING;
import static org.evenhand.calibration.session.SessionState.LOCKED;
import static org.evenhand.calibration.session.SessionState.READY;
import static org.evenhand.calibration.session.SessionState.SAMPLES_READY;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People.Workplace;
import org.evenhand.calibration.duty.Standing.Checks;
import org.evenhand.calibration.session.SessionActions;
import org.evenhand.calibration.session.SessionState;
import org.evenhand.calibration.session.scoring.OwedByRater;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;

/**
 * What a session asks of its members as it stands. Each duty is there as long as its step is open
 * to its member and waited for, and met once it has been taken. None says whom it is about: raters
 * must not learn whose sample they read.
 */
record DutiesOfSession(Standing standing) {

  /** A member, and whose side they are on. */
  private record Seat(Side side, UUID member) {}

  Stream<Owed> owed() {
    Checks checks = standing.checks();
    boolean sampled = isPast(SAMPLES_READY);
    return Stream.of(
            step(
                SessionDuty.CO_FACILITATION,
                coFacilitator(),
                coFacilitator().member().toString(),
                standing.session().members().isAgreed()),
            step(SessionDuty.SAMPLING, facilitator(), "", sampled),
            step(SessionDuty.SAMPLE_CHECK, coFacilitator(), "", sampled && checks.unchecked() == 0),
            step(
                SessionDuty.SAMPLE_REDACTION, facilitator(), "", sampled && checks.sentBack() == 0),
            scoringOpening(),
            standing.raters().stream().flatMap(this::score),
            reveal(),
            step(SessionDuty.DELIBERATION, facilitator(), "", isPast(READY)),
            step(SessionDuty.SESSION_COUNTERSIGNATURE, coFacilitator(), "", isPast(LOCKED)))
        .flatMap(each -> each);
  }

  private Stream<Owed> scoringOpening() {
    return standing.checks().areDone()
        ? step(SessionDuty.SCORING_OPENING, facilitator(), "", isPast(BLIND_SCORING))
        : Stream.empty();
  }

  /** Whoever may score nothing of what is there, and has scored nothing, owes nothing. */
  private Stream<Owed> score(OwedByRater rater) {
    boolean met = rater.missing() == 0;
    return met && rater.given() == 0
        ? Stream.empty()
        : step(
            SessionDuty.SCORE,
            new Seat(Side.MANAGER, rater.rater()),
            rater.rater().toString(),
            met);
  }

  private Stream<Owed> reveal() {
    return standing.areScoresComplete()
        ? step(SessionDuty.REVEAL, facilitator(), "", standing.session().state().isRevealed())
        : Stream.empty();
  }

  private Stream<Owed> step(SessionDuty kind, Seat seat, String part, boolean met) {
    return met || isOpenTo(seat.member(), kind)
        ? Stream.of(
            new Owed(
                kind,
                seat.side(),
                standing.session().id(),
                part,
                workplace(seat).map(Workplace::person).map(Holder::of).orElse(Holder.VACANT),
                null,
                workplace(seat).map(Workplace::location).orElse(null),
                standing.dueOn(),
                met))
        : Stream.empty();
  }

  /** As the session itself tells its members. */
  private boolean isOpenTo(UUID member, SessionDuty kind) {
    return SessionActions.of(standing.session(), new Actor(member, Set.of())).stream()
        .anyMatch(kind.operations()::contains);
  }

  private Optional<Workplace> workplace(Seat seat) {
    return Optional.ofNullable(standing.members().get(seat.member()));
  }

  private Seat facilitator() {
    return new Seat(Side.HR, standing.session().members().facilitatorId());
  }

  private Seat coFacilitator() {
    return new Seat(Side.MANAGER, standing.session().members().coFacilitatorId());
  }

  private boolean isPast(SessionState state) {
    return standing.session().state().compareTo(state) >= 0;
  }
}
