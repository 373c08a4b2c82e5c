package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.upward.UpwardReaders;

/**
 * Who reports to a manager today, in whichever of their assignments, at work or away, and wouldn't
 * read what the others write.
 */
@ApplicationScoped
class DirectReports {

  private static final String OF =
      """
      with manager as (
        select a.employee_id as id, a.org_unit as unit from assignment a where a.id = :assignment)
      select distinct a.employee_id
      from manager join assignment a on a.line_manager_id = manager.id
      join employee e on e.id = a.employee_id
      where a.ended_on is null and a.employee_id not in (manager.id, :opener)
        and e.status <> 'TERMINATED' and not %s
      """
          .formatted(UpwardReaders.include("a.employee_id"));

  Uni<List<UUID>> of(Openers.Opener opener) {
    return Rows.of(opener.session(), OF)
        .bind("assignment", opener.post().orElseThrow().assignmentId())
        .bind("opener", opener.actor())
        .bind("today", opener.today())
        .list(row -> row.uuid("employee_id"));
  }
}
