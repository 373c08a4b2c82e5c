package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds sessions for those who may know of them. To anyone else they don't exist. */
@ApplicationScoped
public class SessionContexts {

  private final SessionRepository repository;
  private final People people;
  private final Pool pool;
  private final Clock clock;

  SessionContexts(SessionRepository repository, People people, Pool pool, Clock clock) {
    this.repository = repository;
    this.people = people;
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * As it is listed.
   *
   * @throws Problem 404 to all but members, hr-lead and auditors; also to hr-lead where it holds a
   *     review of their own, or of somebody above them
   */
  public Uni<SessionContext> visible(Mutiny.Session db, UUID id) {
    return people
        .caller(db)
        .chain(caller -> context(db, id, caller, SessionRepository.Shown.to(caller)));
  }

  /**
   * For a member of any kind, by name: the role of hr-lead doesn't do here.
   *
   * @throws Problem 404
   */
  public Uni<SessionContext> ofMember(Mutiny.Session db, UUID id) {
    return people
        .caller(db)
        .chain(caller -> context(db, id, caller, SessionRepository.Shown.toMember(caller)));
  }

  private Uni<SessionContext> context(
      Mutiny.Session db, UUID id, Actor caller, SessionRepository.Shown shown) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return repository
        .get(db, id, shown)
        .chain(
            session ->
                unserved(db, session, caller)
                    .map(unserved -> new SessionContext(db, session, caller, unserved, at)));
  }

  private Uni<Integer> unserved(Mutiny.Session db, Session session, Actor caller) {
    return caller.lead() || !session.members().isFacilitator(caller.person())
        ? Uni.createFrom().item(0)
        : pool.unserved(db, caller.person(), session.reviewIds()).map(Set::size);
  }
}
