package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** From REVEALED to LOCKED: precedents on samples, decisions on reviews, the countersignature. */
@ApplicationScoped
class Deliberation {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final Chronicle chronicle;
  private final Clock clock;

  Deliberation(
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

  Uni<Session> discuss(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            facilitating(db, id, ifMatch)
                .invoke(seat -> seat.session().become(SessionState.DISCUSSION, Instant.now(clock)))
                .call(seat -> chronicle.became(db, seat.session(), seat.person()))
                .map(Members.Seat::session));
  }

  Uni<Session> agree(UUID id, UUID sampleId, int ordinal, String reason, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            facilitating(db, id, ifMatch)
                .invoke(seat -> seat.session().mustBe(SessionState.DISCUSSION))
                .chain(
                    seat ->
                        repository
                            .sample(db, seat.session(), sampleId)
                            .call(sample -> apart(db, seat, List.of(sample.reviewId())))
                            .invoke(
                                sample ->
                                    sample.agree(
                                        ordinal, reason, seat.person(), Instant.now(clock)))
                            .chain(sample -> noted(db, seat, "consensus", sample))));
  }

  Uni<Session> decide(UUID id, UUID reviewId, NewDecision wanted, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            facilitating(db, id, ifMatch)
                .invoke(seat -> seat.session().mustBe(SessionState.DISCUSSION))
                .call(seat -> apart(db, seat, List.of(reviewId)))
                .chain(
                    seat ->
                        ofReview(db, id, reviewId)
                            .invoke(
                                sample ->
                                    sample.decide(wanted.by(seat.person(), Instant.now(clock))))
                            .chain(sample -> noted(db, seat, "decision", sample))));
  }

  private Uni<Session> noted(Mutiny.Session db, Members.Seat seat, String what, Sample sample) {
    seat.session().touched(Instant.now(clock));
    var content = what.equals("decision") ? sample.decision() : sample.consensus();
    return chronicle
        .noted(db, seat.session(), what, seat.person(), content)
        .replaceWith(seat.session());
  }

  /** No review may be left undecided. HR says so, and the co-facilitator countersigns. */
  Uni<Session> ready(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            facilitating(db, id, ifMatch)
                .invoke(
                    seat -> {
                      seat.session().mustBe(SessionState.DISCUSSION);
                      mustBeFacilitator(seat);
                      seat.session().become(SessionState.READY, Instant.now(clock));
                    })
                .call(
                    seat ->
                        repository
                            .samples(db, id)
                            .invoke(Deliberation::mustBeDecided)
                            .chain(samples -> apart(db, seat, decidedHere(samples))))
                .call(seat -> chronicle.became(db, seat.session(), seat.person()))
                .map(Members.Seat::session));
  }

  /** The co-facilitator countersigns; from now on the decisions are on their way. */
  Uni<Session> lock(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            facilitating(db, id, ifMatch)
                .invoke(Deliberation::mustBeCoFacilitator)
                .invoke(seat -> seat.session().lock(Instant.now(clock)))
                .call(
                    seat ->
                        repository
                            .samples(db, id)
                            .invoke(Deliberation::mustBeDecided)
                            .call(samples -> apart(db, seat, decidedHere(samples)))
                            .chain(
                                samples ->
                                    chronicle.locked(db, seat.session(), samples, seat.person())))
                .map(Members.Seat::session));
  }

  private Uni<Members.Seat> facilitating(Mutiny.Session db, UUID id, @Nullable String ifMatch) {
    return members.facilitator(db, id, ifMatch);
  }

  private Uni<Void> apart(Mutiny.Session db, Members.Seat seat, List<UUID> reviews) {
    return members.unconflicted(db, seat.person(), reviews);
  }

  /** What is deferred is decided elsewhere; of the rest the signature covers every one. */
  private static List<UUID> decidedHere(List<Sample> samples) {
    return samples.stream().filter(Sample::isDecidedHere).map(Sample::reviewId).toList();
  }

  private Uni<Sample> ofReview(Mutiny.Session db, UUID id, UUID reviewId) {
    return repository
        .samples(db, id)
        .map(
            samples ->
                samples.stream()
                    .filter(sample -> sample.reviewId().equals(reviewId))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Problem.of(
                                CalibrationProblem.REVIEW_NOT_IN_SESSION,
                                "The session decides no review " + reviewId)));
  }

  private static void mustBeDecided(List<Sample> samples) {
    var open = samples.stream().filter(s -> s.decision() == null).map(Sample::position).toList();
    if (!open.isEmpty()) {
      throw Problem.of(
          CalibrationProblem.REVIEWS_UNDECIDED,
          "The reviews behind the samples " + open + " are undecided.");
    }
  }

  /** Who declares it ready and who locks it are never one person. */
  private static void mustBeFacilitator(Members.Seat seat) {
    if (seat.isCoFacilitator()) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "The facilitator declares the session ready; the co-facilitator countersigns.");
    }
  }

  private static void mustBeCoFacilitator(Members.Seat seat) {
    if (!seat.isCoFacilitator()) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "The session is locked by its co-facilitator's countersignature.");
    }
  }
}
