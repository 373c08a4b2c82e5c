package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.training.required.RequiredOf;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How far required training has come, by side: of how many people some is due or overdue, or done,
 * or not needed. A figure is shown from the least group's number of people on, and none says of how
 * many it is: so nobody computes one that isn't shown. What somebody who is on leave has completed
 * is done until its last day, as anybody's is.
 */
@Singleton
class RequiredTraining implements AgendaSource {

  private static final String SERVES =
      """
      exists (select 1 from colleague_hr_unit u where u.person_id = p.employee_id
        and u.valid_from <= :today and (u.valid_to is null or u.valid_to >= :today))
      """;

  /** Who was asked by somebody owes it too; whom a file alone has told of did it for themself. */
  private static final String BY_SIDE =
      """
      select t.side, t.aspect, count(distinct t.person) as people from (
        select p.employee_id as person,
          case
            when %1$s then 'HR'
            when exists (select 1 from person_line r
              where r.above_id = p.employee_id and r.status <> 'TERMINATED') then 'MANAGER'
            else 'EMPLOYEE' end as side,
          case
            when d.due_at <= :now then 'OVERDUE'
            when d.due_at > :now then 'DUE'
            when c.state = 'EXEMPT' then 'EXEMPT'
            when c.state = 'COMPLETED' then 'DONE' end as aspect
        from training_completion c
          join training_module m on m.id = c.module_id
          join person p on p.employee_id = c.person_id
          left join duty d on d.kind = 'TRAINING' and d.subject = c.id and d.closed_at is null
        where m.state = 'OFFERED' and m.terms -> 'requiredFor' <> '[]'
          and p.status <> 'TERMINATED' and (c.enrolled_by is not null or %2$s)) t
      where t.aspect is not null
      group by t.side, t.aspect
      having count(distinct t.person) >= :least
      """
          .formatted(SERVES, RequiredOf.ROLE.formatted(SERVES));

  private final int leastGroup;
  private final Clock clock;

  RequiredTraining(PolicySettings settings, Clock clock) {
    this.leastGroup = settings.leastGroup();
    this.clock = clock;
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, BY_SIDE)
        .bind("today", LocalDate.now(clock))
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("least", (long) leastGroup)
        .list(
            row ->
                AgendaItem.of(AgendaTopic.TRAINING, row.text("side"), row.bigint("people"))
                    .about(row.text("aspect")));
  }
}
