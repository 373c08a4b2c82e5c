package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** The findings that analytics-service has raised and not cleared; which, never what they say. */
@ApplicationScoped
class OpenFindings implements EventHandler, AgendaSource {

  private static final String RAISED = "org.evenhand.finding.raised.v1";
  private static final String CLEARED = "org.evenhand.finding.cleared.v1";

  @Override
  public String topic() {
    return "evenhand.findings";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event))
        .collect()
        .last();
  }

  private static Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    return switch (event.type()) {
      case RAISED ->
          run(session, "insert into open_finding (id) values (:id) on conflict do nothing", event);
      case CLEARED -> run(session, "delete from open_finding where id = :id", event);
      default -> Uni.createFrom().voidItem();
    };
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
