package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.pool.Pool.Candidate;
import org.evenhand.calibration.pool.StratifiedSample;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Ids;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** From PLANNED to the moment when raters may begin: claim, redact, check. */
@ApplicationScoped
class Preparation {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final ReviewService reviews;
  private final Chronicle chronicle;
  private final Clock clock;

  Preparation(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Members members,
      @RestClient ReviewService reviews,
      Chronicle chronicle,
      Clock clock) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.reviews = reviews;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /**
   * Claims the reviews and stores their redacted text. While review-service is away the session
   * waits in PLANNED; claiming again is harmless, because review-service answers the same.
   */
  Uni<Session> takeSamples(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .facilitator(db, id)
                .map(seat -> seat.at(ifMatch))
                .invoke(seat -> seat.session().mustBe(SessionState.PLANNED))
                .chain(
                    seat ->
                        claim(seat.session())
                            .chain(claimed -> store(db, seat, claimed))
                            .replaceWith(seat.session())));
  }

  private Uni<ReviewService.Claimed> claim(Session session) {
    var wanted = new ReviewService.Claim(session.id(), session.cycleId(), session.reviewIds());
    return reviews
        .claim(wanted)
        .onFailure(Preparation::away)
        .transform(
            failure ->
                Problem.of(
                    CommonProblem.DEPENDENCY_UNAVAILABLE,
                    "review-service doesn't answer; the session waits in PLANNED. Try again."))
        .onFailure(WebApplicationException.class)
        .transform(
            failure ->
                Problem.of(
                    CalibrationProblem.SAMPLES_REFUSED,
                    "review-service gives no samples now: is the cycle CALIBRATING, and is it not"
                        + " proposed to share its results?"));
  }

  private static boolean away(Throwable failure) {
    return failure instanceof ProcessingException
        || failure instanceof TimeoutException
        || (failure instanceof WebApplicationException answer
            && answer.getResponse().getStatus() >= 500);
  }

  private Uni<Void> store(Mutiny.Session db, Members.Seat seat, ReviewService.Claimed claimed) {
    var session = seat.session();
    var redacted = claimed.samples();
    if (redacted.isEmpty()) {
      throw Problem.of(
          CalibrationProblem.SAMPLES_REFUSED,
          "review-service refused all reviews of this session: plan another one.");
    }
    session.claim(
        redacted.stream().map(ReviewService.Redacted::reviewId).toList(), Instant.now(clock));
    Set<UUID> blind =
        new HashSet<>(
            StratifiedSample.draw(
                redacted.stream().map(r -> new Candidate(r.reviewId(), "", false)).toList(),
                session.blindSize(),
                session.id().getLeastSignificantBits()));
    // Ids come in the order of positions, positions in an order that says nothing about people.
    var order = new ArrayList<>(redacted);
    Collections.shuffle(order, new Random(session.id().getLeastSignificantBits()));
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

  /** A second person, close to nobody in it, has read the redacted text. */
  Uni<Session> check(UUID id, UUID sampleId, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .member(db, id)
                .map(seat -> seat.at(ifMatch))
                .invoke(Preparation::mustBeSecondPerson)
                .chain(
                    seat ->
                        sample(db, seat.session(), sampleId)
                            .call(
                                sample ->
                                    members.unconflicted(db, seat.person(), sample.reviewId()))
                            .invoke(
                                sample -> {
                                  sample.check(seat.person(), Instant.now(clock));
                                  seat.session().touched(Instant.now(clock));
                                })
                            .chain(
                                sample ->
                                    chronicle.noted(
                                        db,
                                        seat.session(),
                                        "sample-checked",
                                        seat.person(),
                                        sample.position()))
                            .replaceWith(seat.session())));
  }

  private static void mustBeSecondPerson(Members.Seat seat) {
    seat.session().mustBe(SessionState.SAMPLES_READY);
    if (seat.session().facilitatorId().equals(seat.person())) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "The facilitator took the samples; somebody else checks them.");
    }
    if (seat.session().raterIds().contains(seat.person())) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "Raters see samples first when they score them; the co-facilitator checks them.");
    }
  }

  /** Opens the samples to the raters, once each is checked. */
  Uni<Session> openScoring(UUID id, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .facilitator(db, id)
                .map(seat -> seat.at(ifMatch))
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

  /** A sample of this session, and of no other. */
  static Uni<Sample> sample(Mutiny.Session db, Session session, UUID sampleId) {
    return db.find(Sample.class, sampleId)
        .map(
            sample -> {
              if (sample == null || !sample.sessionId().equals(session.id())) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no sample " + sampleId);
              }
              return sample;
            });
  }
}
