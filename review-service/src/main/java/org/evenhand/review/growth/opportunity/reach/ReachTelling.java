package org.evenhand.review.growth.opportunity.reach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.review.growth.opportunity.reach.ReachEvent.Person;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells how far everybody came, one part in each transaction, so that a hundred thousand people
 * need no more memory than five hundred.
 */
@ApplicationScoped
class ReachTelling implements DueTask {

  static final String KIND = "opportunity-reach";

  /** How many people a part has. */
  static final int PART = 500;

  /** Whose id is before all others. */
  static final UUID NOBODY = new UUID(0, 0);

  private static final String NEXT =
      """
      select kind, decided_on, parts, told, last,
        exists (select 1 from past_opportunity p where p.id = opportunity_id) as past
      from opportunity_telling where opportunity_id = :id for update
      """;

  /**
   * A stage stands there where another system has told it. The names of stages are in the order of
   * their texts.
   */
  private static final String PEOPLE =
      """
      select r.employee_id, coalesce(
          r.stage,
          (select max(p.reached) from opportunity_application p
           where p.opportunity_id = r.opportunity_id and p.employee_id = r.employee_id),
          'ELIGIBLE') as stage
      from opportunity_reach r
      where r.opportunity_id = :id and r.employee_id > :last
      order by r.employee_id
      """;

  /** Who could have applied is kept until it is told, and no longer. */
  private static final String FORGET =
      """
      delete from opportunity_reach where opportunity_id = :id and employee_id <= :last
      """;

  private static final String TOLD =
      """
      update opportunity_telling set told = told + 1, last = :last where opportunity_id = :id
      """;

  private record Telling(
      OpportunityKind kind, LocalDate decidedOn, int parts, int told, UUID last, boolean past) {

    static Telling of(Row row) {
      return new Telling(
          row.constant("kind", OpportunityKind.class),
          row.day("decided_on"),
          row.integer("parts"),
          row.integer("told"),
          row.uuid("last"),
          row.flag("past"));
    }

    int part() {
      return told + 1;
    }
  }

  private final Outbox outbox;
  private final DueWork dueWork;
  private final Clock clock;

  ReachTelling(Outbox outbox, DueWork dueWork, Clock clock) {
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
    return Rows.unflushed(session, NEXT)
        .bind("id", id)
        .atMostOne(Telling::of)
        .map(found -> found.filter(telling -> telling.told() < telling.parts()))
        .chain(
            found ->
                found
                    .map(telling -> tell(session, id, telling))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> tell(Mutiny.Session session, UUID id, Telling telling) {
    return Rows.unflushed(session, PEOPLE)
        .bind("id", id)
        .bind("last", telling.last())
        .limit(PART)
        .list(row -> new Person(row.uuid("employee_id"), row.constant("stage", Stage.class)))
        .chain(
            people ->
                outbox
                    .append(session, part(id, telling, people).event())
                    .chain(() -> told(session, id, people.get(people.size() - 1).employeeId())))
        .chain(
            () ->
                telling.part() < telling.parts()
                    ? dueWork.schedule(session, KIND, id, clock.instant())
                    : Uni.createFrom().voidItem());
  }

  private static ReachEvent part(UUID id, Telling telling, List<Person> people) {
    return new ReachEvent(
        id,
        telling.kind(),
        telling.decidedOn(),
        telling.part(),
        telling.parts(),
        telling.past(),
        people);
  }

  private static Uni<Void> told(Mutiny.Session session, UUID id, UUID last) {
    return upTo(session, TOLD, id, last).chain(() -> upTo(session, FORGET, id, last));
  }

  private static Uni<Void> upTo(Mutiny.Session session, String change, UUID id, UUID last) {
    return session
        .createNativeQuery(change, new AffectedEntities())
        .setParameter("id", id)
        .setParameter("last", last)
        .executeUpdate()
        .replaceWithVoid();
  }
}
