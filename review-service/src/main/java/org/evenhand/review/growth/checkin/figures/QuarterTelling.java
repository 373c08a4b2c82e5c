package org.evenhand.review.growth.checkin.figures;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells once of each quarter how many check-ins were held of those that were planned, by unit. What
 * becomes of one later changes nothing that was told.
 */
@ApplicationScoped
class QuarterTelling implements DueTask {

  static final String KIND = "check-in-figures";

  /** Of fewer people nothing leaves this service but together with others. */
  private static final int LEAST_PEOPLE = 5;

  /** How many units a part has. */
  private static final int PART = 500;

  private static final String OPEN =
      """
      select first_day from check_in_quarter where id = :id and told_at is null for update
      """;

  /**
   * What an absence or a move has ended was nobody's to hold. A person counts where the last of
   * their check-ins was planned, so that no two numbers are of the same person.
   */
  private static final String COUNTED =
      """
      with counted as materialized (
        select c.id, c.employee_id, c.manager_id, c.org_unit, c.planned_for, c.state
        from check_in c
        where c.planned_for >= :from and c.planned_for < :until
          and (c.state in ('HELD', 'MISSED') or c.state = 'SKIPPED' and c.closed_by is not null)
      ), placed as (
        select distinct on (employee_id) employee_id, org_unit
        from counted order by employee_id, planned_for desc, id desc
      ), sized as (
        select org_unit, case when count(*) >= %1$d then org_unit end as unit
        from placed group by org_unit
      )
      select sized.unit, count(distinct employee_id) as people,
        count(distinct manager_id) as managers, count(*) as planned,
        count(*) filter (where state = 'HELD') as held,
        count(*) filter (where state = 'SKIPPED') as skipped,
        count(*) filter (where state = 'MISSED') as missed
      from counted join placed using (employee_id) join sized on sized.org_unit = placed.org_unit
      group by sized.unit having count(distinct employee_id) >= %1$d
      order by sized.unit
      """
          .formatted(LEAST_PEOPLE);

  private static final String TOLD = "update check_in_quarter set told_at = :now where id = :id";

  private static final String NEXT =
      """
      insert into check_in_quarter (id, first_day) values (:id, :first)
      on conflict (first_day) do nothing
      """;

  private final Outbox outbox;
  private final DueWork dueWork;
  private final Clock clock;

  QuarterTelling(Outbox outbox, DueWork dueWork, Clock clock) {
    this.outbox = outbox;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return Rows.unflushed(session, OPEN)
        .bind("id", id)
        .atMostOne(row -> new CheckInQuarter(row.day("first_day")))
        .chain(found -> tellIfOpen(session, id, found));
  }

  private Uni<Void> tellIfOpen(Mutiny.Session session, UUID id, Optional<CheckInQuarter> found) {
    return found
        .map(
            quarter ->
                tell(session, id, quarter)
                    .chain(() -> told(session, id))
                    .chain(() -> expect(session, quarter.next())))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> tell(Mutiny.Session session, UUID id, CheckInQuarter quarter) {
    return Rows.unflushed(session, COUNTED)
        .bind("from", quarter.first())
        .bind("until", quarter.next().first())
        .list(CountedUnit::of)
        .chain(units -> outbox.append(session, parts(id, quarter, units)));
  }

  /** One at least: that there was nothing is told too. */
  private static List<OutboxEvent> parts(UUID id, CheckInQuarter quarter, List<CountedUnit> units) {
    int parts = Math.max(1, (units.size() + PART - 1) / PART);
    return IntStream.range(0, parts)
        .mapToObj(
            part ->
                new QuarterEvent(
                    quarter.name(),
                    part + 1,
                    parts,
                    units.subList(part * PART, Math.min((part + 1) * PART, units.size()))))
        .map(part -> part.of(id))
        .toList();
  }

  private Uni<Void> told(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(TOLD, new AffectedEntities())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("id", id)
        .executeUpdate()
        .replaceWithVoid();
  }

  private Uni<Void> expect(Mutiny.Session session, CheckInQuarter quarter) {
    UUID id = Ids.next();
    return session
        .createNativeQuery(NEXT, new AffectedEntities())
        .setParameter("id", id)
        .setParameter("first", quarter.first())
        .executeUpdate()
        .chain(
            added ->
                added == 0
                    ? Uni.createFrom().voidItem()
                    : dueWork.schedule(session, KIND, id, quarter.tellAt()));
  }
}
