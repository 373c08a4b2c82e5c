package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.calibration.pool.Pool.Candidate;
import org.evenhand.calibration.pool.StratifiedSample;
import org.evenhand.kit.web.Ids;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

/** Plans sessions and lists them. */
@ApplicationScoped
class Sessions {

  private static final int LEAST_RATERS = 2;

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final People people;
  private final Pool pool;
  private final Chronicle chronicle;
  private final Clock clock;

  Sessions(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Members members,
      People people,
      Pool pool,
      Chronicle chronicle,
      Clock clock) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
    this.people = people;
    this.pool = pool;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** The caller becomes the facilitator. */
  Uni<Session> plan(NewSession wanted) {
    return factory.withTransaction(
        db ->
            members
                .caller(db)
                .chain(
                    facilitator ->
                        people
                            .required(
                                db,
                                "/coFacilitatorExternalId",
                                List.of(wanted.coFacilitatorExternalId()))
                            .map(found -> found.values().iterator().next())
                            .invoke(Sessions::mustLead)
                            .chain(
                                co ->
                                    people
                                        .required(
                                            db, "/raterExternalIds", wanted.raterExternalIds())
                                        .map(
                                            raters ->
                                                raters.values().stream()
                                                    .map(People.Person::id)
                                                    .sorted()
                                                    .toList())
                                        .chain(
                                            raters ->
                                                plan(db, wanted, facilitator, co.id(), raters)))));
  }

  private Uni<Session> plan(
      Mutiny.Session db, NewSession wanted, UUID facilitator, UUID co, List<UUID> raters) {
    mustBeDifferentPeople(facilitator, co, raters);
    return pool.candidates(db, wanted.cycleId(), facilitator, co)
        .chain(
            candidates -> {
              var reviews = reviews(wanted, candidates);
              var session =
                  Session.plan(
                      Ids.next(),
                      new Session.Plan(
                          wanted.cycleId(),
                          wanted.name(),
                          facilitator,
                          co,
                          raters,
                          reviews,
                          Optional.ofNullable(wanted.blindSamples()).orElse(reviews.size())),
                      Instant.now(clock));
              return db.persist(session)
                  .chain(() -> chronicle.became(db, session, facilitator))
                  .replaceWith(session);
            });
  }

  /** The reviews named, or a stratified draw from those that neither facilitator is close to. */
  private static List<UUID> reviews(NewSession wanted, List<Candidate> candidates) {
    var free = candidates.stream().filter(c -> !c.facilitatorTooClose()).toList();
    var named = wanted.reviewIds();
    if (named == null || named.isEmpty()) {
      int size = Optional.ofNullable(wanted.size()).orElse(free.size());
      if (free.isEmpty()) {
        throw Problem.of(
            CalibrationProblem.TOO_FEW_REVIEWS,
            "No submitted review of this cycle is free for a session of these facilitators: %d are submitted and unclaimed, all too close to one of them."
                .formatted(candidates.size()));
      }
      return StratifiedSample.draw(free, size, wanted.cycleId().getLeastSignificantBits());
    }
    var known = new HashSet<>(candidates.stream().map(Candidate::reviewId).toList());
    var open = new HashSet<>(free.stream().map(Candidate::reviewId).toList());
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        violations.add(
            Violation.at("/reviewIds/" + i, "is not a submitted, unclaimed review of the cycle"));
      } else if (!open.contains(named.get(i))) {
        violations.add(Violation.at("/reviewIds/" + i, "is too close to a facilitator"));
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.of(
              CalibrationProblem.SAMPLES_REFUSED, "Not all reviews can be calibrated here.")
          .with(violations.toArray(Violation[]::new));
    }
    return named.stream().distinct().sorted().toList();
  }

  private static void mustLead(People.Person co) {
    if (!co.leads()) {
      throw Problem.of(
              CalibrationProblem.SECOND_PERSON_REQUIRED,
              "The co-facilitator is a manager; nobody reports to this person.")
          .with(Violation.at("/coFacilitatorExternalId", "leads nobody"));
    }
  }

  private static void mustBeDifferentPeople(UUID facilitator, UUID co, List<UUID> raters) {
    if (facilitator.equals(co)) {
      throw Problem.of(
              CalibrationProblem.SECOND_PERSON_REQUIRED,
              "The co-facilitator is somebody else than the facilitator.")
          .with(Violation.at("/coFacilitatorExternalId", "is the facilitator"));
    }
    if (raters.size() < LEAST_RATERS || raters.contains(facilitator) || raters.contains(co)) {
      throw Problem.of(
              CalibrationProblem.SECOND_PERSON_REQUIRED,
              "Blind scores need at least %d raters, none of them a facilitator."
                  .formatted(LEAST_RATERS))
          .with(Violation.at("/raterExternalIds", "names too few others"));
    }
  }

  Uni<Session> find(UUID id) {
    return factory.withTransaction(db -> members.visible(db, id));
  }

  Uni<List<Session>> list(Optional<UUID> cycle, Optional<UUID> after, int limit) {
    return factory.withTransaction(
        db -> members.listedFor(db).chain(who -> repository.list(db, cycle, after, who, limit)));
  }
}
