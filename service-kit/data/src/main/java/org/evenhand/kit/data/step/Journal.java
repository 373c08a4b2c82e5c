package org.evenhand.kit.data.step;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.audit.AuditEntry;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes facts in the transaction of the change: their events and the links of the audit chain in
 * one call, so that there is never one without the other.
 */
@ApplicationScoped
public class Journal {

  private final Outbox outbox;
  private final Audit audit;

  public Journal(Outbox outbox, Audit audit) {
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * Flushes first, because an event carries its aggregate's version after the change.
   *
   * @param actor our id of the person, or the client's id of a system
   * @param facts read after the flush
   */
  public Uni<Void> write(Mutiny.Session session, String actor, Supplier<List<Fact>> facts) {
    return session.flush().map(flushed -> facts.get()).chain(came -> write(session, actor, came));
  }

  private Uni<Void> write(Mutiny.Session session, String actor, List<Fact> facts) {
    List<OutboxEvent> events = facts.stream().flatMap(fact -> fact.events().stream()).toList();
    List<AuditEntry> entries = facts.stream().map(Journal::entry).toList();
    return outbox.append(session, events).chain(() -> audit.record(session, actor, entries));
  }

  private static AuditEntry entry(Fact fact) {
    return new AuditEntry(fact.aggregateType(), fact.aggregateId(), fact.action(), fact.content());
  }
}
