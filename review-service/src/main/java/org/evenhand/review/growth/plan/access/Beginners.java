package org.evenhand.review.growth.plan.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who begins a plan for whom: for oneself, and for those below. */
@ApplicationScoped
public class Beginners {

  /** For which side the viewer would agree to a plan in the assignment; empty for neither. */
  public Uni<Optional<AgreementSide>> side(Mutiny.Session session, Viewer viewer, UUID assignment) {
    return viewer
        .bind(
            Rows.of(
                session,
                """
                select side from (
                  select case when a.employee_id = :viewer then 'EMPLOYEE'
                    when %s then 'MANAGER' end as side
                  from assignment a where a.id = :id and cast(:today as date) is not null) found
                where side is not null
                """
                    .formatted(AssignmentDoors.leads(viewer))))
        .bind("id", assignment)
        .atMostOne(row -> row.constant("side", AgreementSide.class));
  }
}
