package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.pool.Pool.Candidate;
import org.evenhand.calibration.pool.StratifiedSample;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** From PLANNED to the moment when raters may begin: agree, claim, redact, open. */
@ApplicationScoped
class Preparation {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final Claims claims;
  private final Chronicle chronicle;
  private final Clock clock;

  /** Not to be repeated by anybody: order and draw would tell whose sample is whose. */
  private final Random random = new SecureRandom();

  Preparation(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Members members,
      Claims claims,
      Chronicle chronicle,
      Clock clock) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.claims = claims;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** The manager takes the seat; who doesn't want it cancels, or names somebody else. */
  Uni<Session> agree(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .member(db, id)
                .invoke(
                    seat -> {
                      if (!seat.isCoFacilitator()) {
                        throw Problem.of(
                            CommonProblem.FORBIDDEN, "This is for the co-facilitator.");
                      }
                    })
                .map(seat -> seat.at(ifMatch))
                .invoke(seat -> seat.session().agreeToHold(Instant.now(clock)))
                .call(
                    seat ->
                        chronicle.noted(
                            db, seat.session(), "co-facilitator-agreed", seat.person(), null))
                .map(Members.Seat::session));
  }

  /**
   * What review-service gives, asked for outside of any transaction: while it is slow it holds no
   * connection to the database. Empty when the session may not take samples now; why not, {@link
   * #takeSamples} says, after it has seen whether the command is a repeat.
   */
  Uni<Optional<ReviewService.Claimed>> claim(UUID id, @Nullable String ifMatch) {
    return factory
        .withTransaction(
            db -> taking(db, id, ifMatch).map(Members.Seat::session).map(ReviewService.Claim::of))
        .map(Optional::of)
        .onFailure(Problem.class)
        .recoverWithItem(Optional.empty())
        .chain(
            claim ->
                claim
                    .map(wanted -> claims.of(wanted).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /**
   * Stores the redacted texts of the claimed reviews. The session may have changed since they were
   * asked for: then nothing is stored, and the reviews wait for it at review-service, or go free
   * with it.
   */
  Uni<Session> takeSamples(
      UUID id, @Nullable String ifMatch, Optional<ReviewService.Claimed> claimed) {
    return factory.withTransaction(
        db ->
            taking(db, id, ifMatch)
                .call(
                    seat ->
                        store(
                            db,
                            seat,
                            claimed.orElseThrow(
                                () ->
                                    Problem.of(
                                        CommonProblem.PRECONDITION_FAILED,
                                        "The session changed just now: read it again."))))
                .map(Members.Seat::session));
  }

  private Uni<Members.Seat> taking(Mutiny.Session db, UUID id, @Nullable String ifMatch) {
    return members
        .facilitator(db, id, ifMatch)
        .invoke(
            seat -> {
              if (seat.isCoFacilitator()) {
                throw Problem.of(
                    CalibrationProblem.SECOND_PERSON_REQUIRED,
                    "The facilitator takes the samples, the co-facilitator checks them.");
              }
              seat.session().mustBe(SessionState.PLANNED);
              if (!seat.session().isAgreed()) {
                throw Problem.of(
                        CalibrationProblem.CO_FACILITATOR_NOT_AGREED,
                        "Nothing is claimed before the co-facilitator has agreed to hold the"
                            + " session.")
                    .allowing(Set.of("agreeToFacilitate"));
              }
            });
  }

  private Uni<Void> store(Mutiny.Session db, Members.Seat seat, ReviewService.Claimed claimed) {
    var session = seat.session();
    var redacted = claimed.samples();
    if (redacted.isEmpty()) {
      throw Problem.of(
          CalibrationProblem.SAMPLES_REFUSED,
          "review-service refused all reviews of this session: cancel it and plan another one.");
    }
    session.claim(
        redacted.stream().map(ReviewService.Redacted::reviewId).sorted().toList(),
        Instant.now(clock));
    Set<UUID> blind =
        new HashSet<>(
            StratifiedSample.draw(
                session.reviewIds().stream().map(id -> new Candidate(id, "", false, 0)).toList(),
                session.blindSize(),
                random));
    // Ids come in the order of positions, positions in an order that says nothing about people.
    var order = new ArrayList<>(redacted);
    Collections.shuffle(order, random);
    List<Sample> samples =
        IntStream.range(0, order.size())
            .mapToObj(
                at -> {
                  var one = order.get(at);
                  return new Sample(
                      Ids.next(),
                      session.id(),
                      one.reviewId(),
                      at + 1,
                      blind.contains(one.reviewId()),
                      one.redactedText(),
                      one.originalOrdinal(),
                      one.scaleSize());
                })
            .toList();
    session.become(SessionState.SAMPLES_READY, Instant.now(clock));
    return db.persistAll(samples.toArray())
        .chain(() -> chronicle.became(db, session, seat.person()));
  }

  /** Opens the samples to the raters, once each is checked. */
  Uni<Session> openScoring(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .facilitator(db, id, ifMatch)
                .chain(
                    seat ->
                        repository
                            .samples(db, id)
                            .invoke(
                                samples -> {
                                  seat.session()
                                      .become(SessionState.BLIND_SCORING, Instant.now(clock));
                                  mustAllBeChecked(samples);
                                })
                            .chain(() -> chronicle.became(db, seat.session(), seat.person()))
                            .replaceWith(seat.session())));
  }

  private static void mustAllBeChecked(List<Sample> samples) {
    var open = samples.stream().filter(s -> s.check() == null).map(Sample::position).toList();
    if (!open.isEmpty()) {
      throw Problem.of(
          CalibrationProblem.SAMPLES_UNCHECKED,
          "A second person has still to check the samples " + open + ".");
    }
  }
}
