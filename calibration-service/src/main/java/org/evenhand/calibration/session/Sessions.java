package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Plans sessions, lists them, and ends those that come to nothing. */
@ApplicationScoped
class Sessions {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;
  private final People people;
  private final Pool pool;
  private final Chronicle chronicle;
  private final Clock clock;
  private final Random random = new SecureRandom();

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
                            .atWork(db, wanted.seats())
                            .map(found -> Lineup.of(facilitator, found))
                            .chain(lineup -> plan(db, wanted, lineup))));
  }

  private Uni<Session> plan(Mutiny.Session db, NewSession wanted, Lineup lineup) {
    var seats =
        new Pool.Seats(
            lineup.facilitator(),
            members.servesEverywhere(),
            lineup.coFacilitator(),
            lineup.raters().values());
    return pool.candidates(db, wanted.cycleId(), seats)
        .map(candidates -> new Choice(candidates, lineup.raters()))
        .chain(
            choice ->
                pool.conflicts(db, seats.raters(), choice.scarce(wanted))
                    .map(conflicts -> choice.reviews(wanted, conflicts, random)))
        .chain(
            reviews -> {
              var session =
                  Session.plan(Ids.next(), lineup.plan(wanted, reviews), Instant.now(clock));
              return db.persist(session)
                  .chain(() -> chronicle.became(db, session, lineup.facilitator()))
                  .replaceWith(session);
            });
  }

  Uni<Session> find(UUID id) {
    return factory.withTransaction(db -> members.visible(db, id).map(Members.Looked::session));
  }

  Uni<List<Session>> list(Optional<UUID> cycle, Optional<UUID> after, int limit) {
    return factory.withTransaction(
        db ->
            members
                .viewer(db)
                .chain(
                    viewer -> repository.list(db, cycle, after, members.shownTo(viewer), limit)));
  }

  /** Ends it without a decision; review-service gives its reviews back to the pool. */
  Uni<Session> cancel(UUID id, String reason, @Nullable String ifMatch) {
    return factory.withTransaction(
        db ->
            members
                .overseer(db, id, ifMatch)
                .chain(
                    looked -> {
                      var by = looked.viewer().person().orElseThrow();
                      looked.session().cancel(reason, by, Instant.now(clock));
                      return chronicle
                          .became(db, looked.session(), by)
                          .replaceWith(looked.session());
                    }));
  }
}
