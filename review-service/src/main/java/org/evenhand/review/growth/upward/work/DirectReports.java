package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who reports to a manager today, in whichever of their assignments, at work or away. */
@ApplicationScoped
class DirectReports {

  private static final String OF =
      """
      select distinct a.employee_id from assignment a join employee e on e.id = a.employee_id
      where a.line_manager_id = :manager and a.ended_on is null
        and a.employee_id <> :manager and e.status <> 'TERMINATED'
      """;

  Uni<List<UUID>> of(Mutiny.Session session, UUID manager) {
    return Rows.of(session, OF).bind("manager", manager).list(row -> row.uuid("employee_id"));
  }
}
