package org.evenhand.calibration.precedent.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentRepository;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds precedents for those who may know of them. To anyone else they don't exist. */
@ApplicationScoped
public class PrecedentContexts {

  private final PrecedentRepository precedents;
  private final People people;
  private final Clock clock;

  PrecedentContexts(PrecedentRepository precedents, People people, Clock clock) {
    this.precedents = precedents;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @throws Problem 404 before it is out, to all but the two who bring it about and whoever it is
   *     about
   */
  public Uni<PrecedentContext> visible(Mutiny.Session db, UUID id) {
    return people
        .caller(db)
        .chain(
            caller ->
                precedents
                    .shown(db, id, caller.person())
                    .chain(precedent -> of(db, precedent, caller)));
  }

  public Uni<PrecedentContext> of(Mutiny.Session db, Precedent precedent, Actor caller) {
    return precedents
        .source(db, precedent.id())
        .map(source -> new PrecedentContext(db, precedent, source, caller, now()));
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
