package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** The findings that analytics-service has raised and not cleared; which, never what they say. */
@ApplicationScoped
class OpenFindings implements AgendaSource {

  Uni<Void> keep(Mutiny.Session session, ReceivedEvent event) {
    return run(session, "insert into open_finding (id) values (:id) on conflict do nothing", event);
  }

  Uni<Void> forget(Mutiny.Session session, ReceivedEvent event) {
    return run(session, "delete from open_finding where id = :id", event);
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, ReceivedEvent event) {
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter("id", event.subjectId())
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, "select id from open_finding order by id")
        .list(row -> AgendaItem.at(AgendaTopic.OPEN_FINDINGS, "/v1/findings/" + row.uuid("id"), 1));
  }
}
