package org.evenhand.review.directory.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the changes of people's status, in the order in which they were told. */
@ApplicationScoped
public class StatusChanges {

  private static final String ADD =
      """
      insert into status_change (employee_id, status, changed_on)
      select "employeeId", status, "on"
      from rows from (jsonb_to_recordset(cast(cast(:changes as text) as jsonb)) as (
        "employeeId" uuid, status text, "on" date)) with ordinality
      order by ordinality
      """;

  /** Of people who are in the database already. */
  public Uni<Void> add(Mutiny.Session session, List<StatusChange> changes) {
    return changes.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(ADD, new AffectedEntities())
            .setParameter("changes", Json.write(changes))
            .executeUpdate()
            .replaceWithVoid();
  }
}
