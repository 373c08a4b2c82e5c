package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.directory.People.Workplace;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.figures.CountedKinds;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The checks of a quarter are one duty, until its last day at the place of the manager, or later
 * where what counts for it is still hidden.
 */
@Singleton
class ObligationDuties implements DutyRule, CountedKinds {

  /** The last day of a quarter may be free, and the duty due in the next one. */
  private static final String QUARTERS =
      """
      select d.id as duty, o.first_day as day
      from duty d join calibration_obligation o on o.id = d.subject
      where d.kind = '%s'
      """
          .formatted(CheckDuty.CALIBRATION_CHECK.name());

  /**
   * Each check counts for itself. One that was noted stays owed, also where its manager leads for
   * fewer days than it was.
   */
  private static final String CHECKS =
      """
      select d.id as duty, greatest(o.owed, o.noted) as owed, k.in_time,
        o.noted - k.in_time as late
      from duty d
      join calibration_obligation o on o.id = d.subject
      cross join lateral (
        select cast(count(*) as int) as in_time from calibration_check c
        where c.obligation_id = o.id and c.state = 'NOTED' and c.noted_at < d.due_at) k
      where d.kind = '%s'
      """
          .formatted(CheckDuty.CALIBRATION_CHECK.name());

  private final ObligationRepository obligations;
  private final AwaitedReveals reveals;
  private final People people;

  ObligationDuties(ObligationRepository obligations, AwaitedReveals reveals, People people) {
    this.obligations = obligations;
    this.reveals = reveals;
    this.people = people;
  }

  @Override
  public String aggregateType() {
    return ObligationFacts.AGGREGATE;
  }

  @Override
  public List<CheckDuty> kinds() {
    return List.of(CheckDuty.values());
  }

  @Override
  public String days() {
    return QUARTERS;
  }

  @Override
  public String parts() {
    return CHECKS;
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("calibration_obligation", "manager_id");
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session db, Collection<UUID> ids) {
    return obligations
        .all(db, ids)
        .chain(
            found ->
                people
                    .workplaces(db, found.stream().map(Obligation::managerId).toList())
                    .chain(
                        at ->
                            reveals
                                .among(db, ids)
                                .map(
                                    awaited ->
                                        found.stream()
                                            .flatMap(
                                                each -> owed(each, at, awaited.contains(each.id())))
                                            .toList())));
  }

  /** Who has left, or leads too little of the quarter, owes nothing. */
  private Stream<Owed> owed(Obligation obligation, Map<UUID, Workplace> at, boolean awaited) {
    Workplace workplace = at.get(obligation.managerId());
    return workplace == null || obligation.owed() == 0
        ? Stream.empty()
        : Stream.of(
            new Owed(
                CheckDuty.CALIBRATION_CHECK,
                Side.MANAGER,
                obligation.id(),
                "",
                Holder.of(obligation.managerId()),
                null,
                workplace.location(),
                reveals.lastDay(obligation.quarter(), awaited),
                obligation.isMet()));
  }
}
