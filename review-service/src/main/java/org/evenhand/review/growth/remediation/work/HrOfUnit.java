package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** HR that has to look at a plan: duties that nobody else may hear of are somebody's by name. */
@ApplicationScoped
class HrOfUnit {

  private static final String NEXT =
      """
      select served.hr_employee as id
      from assignment a
      join hr_assignment served on served.org_unit = a.org_unit
        and served.valid_from <= :today
        and (served.valid_to is null or served.valid_to >= :today)
      join employee hr on hr.id = served.hr_employee and hr.status = 'ACTIVE'
      where a.id = :assignment and served.hr_employee <> a.employee_id
        and not exists (
          select 1 from reporting_line chain
          where chain.above = served.hr_employee and chain.employee = a.employee_id
             or chain.employee = served.hr_employee and chain.above = a.employee_id)
      order by served.hr_employee limit 1
      """;

  /** Outside of the person's chain; empty where nobody serves the unit. */
  Uni<Optional<UUID>> of(Mutiny.Session session, UUID assignment, LocalDate today) {
    return Rows.of(session, NEXT)
        .bind("assignment", assignment)
        .bind("today", today)
        .atMostOne(row -> row.uuid("id"));
  }
}
