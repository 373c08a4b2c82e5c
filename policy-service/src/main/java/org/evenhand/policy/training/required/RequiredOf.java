package org.evenhand.policy.training.required;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.training.TrainingModule;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds of whom modules are required who hasn't been asked: when a module is offered, and when the
 * directory tells of somebody. Each of them is due work of its own.
 */
@ApplicationScoped
public class RequiredOf {

  /**
   * Whoever leads somebody, in any assignment, rates; by a dotted line nobody does. Whoever serves
   * a unit as HR holds sessions and judges. Of a module {@code m} and a person {@code p}; takes the
   * condition that they serve.
   */
  public static final String ROLE =
      """
      (m.terms -> 'requiredFor' @> '["RATING"]' and exists (
          select 1 from person_line r
          where r.above_id = p.employee_id and r.status <> 'TERMINATED')
        or m.terms -> 'requiredFor' <> '[]' and m.terms -> 'requiredFor' <> '["RATING"]' and %s)
      """;

  /** Also from a later day on: the work finds that day. */
  private static final String CONCERNED = ROLE.formatted("p.hr_units <> '[]'");

  private static final String ASK =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select '%s', p.employee_id, cast(:now as timestamptz), cast(:now as timestamptz)
      %s
      order by p.employee_id
      on conflict (kind, subject) do update set due_at = excluded.due_at,
        try_at = excluded.try_at, attempts = 0, last_error = null
      returning subject
      """;

  private static final String OF_MODULE =
      ASK.formatted(
          RequiredWork.KIND,
          """
          from person p join training_module m on m.id = :module
          where p.status <> 'TERMINATED' and %s
            and not exists (select 1 from training_completion c
              where c.module_id = m.id and c.person_id = p.employee_id)
          """
              .formatted(CONCERNED));

  /** With whoever leads them. Who was asked because of their role may owe it again. */
  private static final String OF_PEOPLE =
      ASK.formatted(
          RequiredWork.KIND,
          """
          from (
            select t.employee_id from person t where t.employee_id = any (cast(:people as uuid[]))
            union
            select l.above_id from person_line l where l.person_id = any (cast(:people as uuid[]))
          ) told (id) join person p on p.employee_id = told.id
          where p.status <> 'TERMINATED' and exists (
            select 1 from training_module m left join training_completion c
              on c.module_id = m.id and c.person_id = p.employee_id
            where m.state = 'OFFERED' and %s
              and (c.id is null or c.state in ('ENROLLED', 'EXPIRED') and c.enrolled_by is null))
          """
              .formatted(CONCERNED));

  /**
   * Who comes while a module is being offered is found by the one or the other, whichever commits
   * later.
   */
  private static final String TURN =
      "select cast(pg_advisory_xact_lock%s(hashtextextended('training-required', 0)) as text)";

  private final Clock clock;

  RequiredOf(Clock clock) {
    this.clock = clock;
  }

  /** In the transaction that offers it; what isn't offered yet is required of nobody. */
  public Uni<Void> offered(Mutiny.Session session, TrainingModule module) {
    return module.isOffered() && module.terms().isRequired()
        ? Rows.unflushed(session, TURN.formatted(""))
            .run()
            .chain(() -> ask(session, OF_MODULE, "module", module.id()))
        : Uni.createFrom().voidItem();
  }

  /**
   * @param people of whom the directory has told in this transaction
   */
  public Uni<Void> told(Mutiny.Session session, Collection<UUID> people) {
    return Rows.unflushed(session, TURN.formatted("_shared"))
        .run()
        .chain(() -> ask(session, OF_PEOPLE, "people", people.toArray(UUID[]::new)));
  }

  private Uni<Void> ask(Mutiny.Session session, String sql, String of, Object whom) {
    return Rows.of(session, sql)
        .bind(of, whom)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .run();
  }
}
