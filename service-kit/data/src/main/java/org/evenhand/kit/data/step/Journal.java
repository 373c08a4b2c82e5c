package org.evenhand.kit.data.step;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.audit.AuditEntry;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes facts in the transaction of the change: their events, the links of the audit chain, and
 * the duties that follow from them in one call, so that there is never one without the others.
 */
@ApplicationScoped
public class Journal {

  private final Outbox outbox;
  private final Audit audit;
  private final Duties duties;

  public Journal(Outbox outbox, Audit audit, Duties duties) {
    this.outbox = outbox;
    this.audit = audit;
    this.duties = duties;
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
    return outbox
        .append(session, events)
        .chain(() -> audit.record(session, actor, entries))
        .chain(() -> follow(session, facts));
  }

  /** What is owed because of the aggregates may have changed with them. */
  private Uni<Void> follow(Mutiny.Session session, List<Fact> facts) {
    Uni<Void> followed = Uni.createFrom().voidItem();
    for (var ofType : byType(facts).entrySet()) {
      followed = followed.chain(() -> duties.follow(session, ofType.getKey(), ofType.getValue()));
    }
    return followed;
  }

  private static Map<String, Set<UUID>> byType(List<Fact> facts) {
    return facts.stream()
        .collect(
            Collectors.groupingBy(
                Fact::aggregateType,
                TreeMap::new,
                Collectors.mapping(Fact::aggregateId, Collectors.toSet())));
  }

  private static AuditEntry entry(Fact fact) {
    return new AuditEntry(fact.aggregateType(), fact.aggregateId(), fact.action(), fact.content());
  }
}
