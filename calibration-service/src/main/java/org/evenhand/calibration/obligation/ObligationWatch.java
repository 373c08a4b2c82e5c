package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.directory.People.Workplace;
import org.evenhand.calibration.policy.PolicyVersions;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks at what a manager owes of the quarter that it is at their place, each in a transaction of
 * its own. Of a quarter that is over only who owes it may change.
 */
@ApplicationScoped
class ObligationWatch implements DueTask {

  static final String KIND = "calibration-obligation";
  private static final String SYSTEM = "calibration-service";

  private final ObligationRepository obligations;
  private final Quarters quarters;
  private final LedDays led;
  private final AwaitedReveals reveals;
  private final People people;
  private final Places places;
  private final Journal journal;
  private final Duties duties;
  private final PolicyVersions policies;
  private final Clock clock;

  ObligationWatch(
      ObligationRepository obligations,
      Quarters quarters,
      LedDays led,
      AwaitedReveals reveals,
      People people,
      Places places,
      Journal journal,
      Duties duties,
      PolicyVersions policies,
      Clock clock) {
    this.obligations = obligations;
    this.quarters = quarters;
    this.led = led;
    this.reveals = reveals;
    this.people = people;
    this.places = places;
    this.journal = journal;
    this.duties = duties;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session db, UUID manager) {
    return people
        .workplaces(db, List.of(manager))
        .chain(found -> look(db, manager, Optional.ofNullable(found.get(manager))));
  }

  /**
   * @param at empty of whoever has left: nothing is counted, and what is open lapses
   */
  private Uni<Void> look(Mutiny.Session db, UUID manager, Optional<Workplace> at) {
    return places
        .at(db, at.map(Workplace::location).orElse(null))
        .map(days -> Quarter.of(days.today(clock.instant())))
        .call(
            quarter ->
                at.isPresent()
                    ? quarters
                        .isBegun(db, quarter)
                        .chain(begun -> begun ? look(db, manager, quarter) : nothing())
                    : nothing())
        .chain(quarter -> obligations.unmet(db, manager, quarter))
        .call(ids -> duties.follow(db, ObligationFacts.AGGREGATE, ids))
        .chain(ids -> reveals.lookAgain(db, manager, ids));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> look(Mutiny.Session db, UUID manager, Quarter quarter) {
    return led.of(db, manager, quarter)
        .chain(
            days ->
                obligations
                    .held(db, manager, quarter)
                    .chain(
                        known ->
                            known
                                .map(obligation -> owe(db, obligation, days))
                                .orElseGet(() -> open(db, manager, quarter, days))));
  }

  private Uni<Void> open(Mutiny.Session db, UUID manager, Quarter quarter, int days) {
    return policies
        .checksAQuarter(db, manager, quarter.beginsEverywhere())
        .map(asked -> asked.map(Quota::new).orElse(Quota.USUAL))
        .chain(quota -> open(db, manager, quarter, quota, quota.of(days, quarter.length())));
  }

  private Uni<Void> open(Mutiny.Session db, UUID manager, Quarter quarter, Quota quota, int owed) {
    if (owed == 0) {
      return nothing();
    }
    Obligation made = new Obligation(Ids.next(), manager, quarter, quota, owed);
    return db.persist(made).chain(() -> told(db, made, "opened"));
  }

  private Uni<Void> owe(Mutiny.Session db, Obligation obligation, int days) {
    int owed = obligation.quota().of(days, obligation.quarter().length());
    if (obligation.owed() == owed) {
      return nothing();
    }
    obligation.owe(owed);
    return told(db, obligation, "counted-anew");
  }

  private Uni<Void> told(Mutiny.Session db, Obligation obligation, String action) {
    return journal.write(db, SYSTEM, () -> List.of(ObligationFacts.noted(obligation, action)));
  }
}
