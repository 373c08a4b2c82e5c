package org.evenhand.review.growth.opportunity.reach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.Turnout;
import org.evenhand.review.growth.opportunity.access.Clauses;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who could have applied. It is written down as an opportunity closes, in the database: nobody
 * knows later who would have been eligible then.
 */
@ApplicationScoped
public class Reach {

  private static final String RECORD =
      """
      insert into opportunity_reach (opportunity_id, employee_id)
      select o.id, a.employee_id
      from opportunity o, assignment a join employee e on e.id = a.employee_id
      where o.id = :id and %s
      union
      select p.opportunity_id, p.employee_id from opportunity_application p
      where p.opportunity_id = :id
      """
          .formatted(Clauses.eligible("o", "o.open_until"));

  private static final String BEGIN =
      """
      insert into opportunity_telling (opportunity_id, kind, decided_on, parts, told, last)
      select :id, :kind, cast(:on as date), cast(ceil(count(*) / %d.0) as integer), 0,
        cast(:none as uuid)
      from opportunity_reach r where r.opportunity_id = :id
      having count(*) > 0
      """
          .formatted(ReachTelling.PART);

  private static final String TURNOUT =
      """
      select count(*) as eligible, count(applied.employee_id) as applied
      from opportunity_reach r
      left join (select distinct p.employee_id from opportunity_application p
                 where p.opportunity_id = :id) applied on applied.employee_id = r.employee_id
      where r.opportunity_id = :id
      """;

  private static final String ELIGIBLE =
      """
      select distinct a.employee_id
      from opportunity o, assignment a join employee e on e.id = a.employee_id
      where o.id = :id and %s
      """
          .formatted(Clauses.eligible("o", "cast(:today as date)"));

  private static final String FORGET = "delete from opportunity_reach where opportunity_id = :id";

  private final DueWork dueWork;
  private final Clock clock;

  Reach(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** Whether so many could apply that nothing that becomes of it says who has. */
  public Uni<Boolean> isEnough(Mutiny.Session session, UUID opportunity, LocalDate today) {
    return Rows.of(session, ELIGIBLE)
        .bind("id", opportunity)
        .bind("today", today)
        .limit(Turnout.STEP)
        .list(row -> row.uuid("employee_id"))
        .map(some -> some.size() >= Turnout.STEP);
  }

  /** Everybody who is eligible on its last day, and everybody who has applied. */
  public Uni<Void> record(Mutiny.Session session, UUID opportunity) {
    return session
        .createNativeQuery(RECORD, new AffectedEntities())
        .setParameter("id", opportunity)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Of what is taken back nobody is told how far they came. */
  public Uni<Void> forget(Mutiny.Session session, UUID opportunity) {
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter("id", opportunity)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** From now on it can be told how far each of them came; it has been decided. */
  public Uni<Turnout> begin(Mutiny.Session session, Opportunity opportunity) {
    UUID id = opportunity.id();
    return session
        .createNativeQuery(BEGIN, new AffectedEntities())
        .setParameter("id", id)
        .setParameter("kind", opportunity.kind().name())
        .setParameter("on", opportunity.decidedOn().orElseThrow())
        .setParameter("none", ReachTelling.NOBODY)
        .executeUpdate()
        .chain(() -> dueWork.schedule(session, ReachTelling.KIND, id, clock.instant()))
        .chain(() -> turnout(session, id));
  }

  private static Uni<Turnout> turnout(Mutiny.Session session, UUID opportunity) {
    return Rows.of(session, TURNOUT)
        .bind("id", opportunity)
        .one(row -> Turnout.of(row.bigint("eligible"), row.bigint("applied")));
  }
}
