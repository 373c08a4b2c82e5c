package org.evenhand.policy.version;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.Audit;
import org.evenhand.kit.data.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes what has happened: one event and one entry in the audit trail, never one without other.
 */
@ApplicationScoped
public class Chronicle {

  /** The audit trail of a policy holds all its versions in one chain. */
  public static final String AGGREGATE = "policy";

  private final Outbox outbox;
  private final Audit audit;

  public Chronicle(Outbox outbox, Audit audit) {
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Also flushes, so that the versions of what was changed are those that a client may read. */
  public Uni<Void> tell(
      Mutiny.Session session,
      Policy policy,
      PolicyVersion version,
      Happening happening,
      String actor) {
    return outbox
        .append(session, PolicyEvents.of(policy, version, happening))
        .chain(
            () ->
                audit.record(
                    session,
                    AGGREGATE,
                    policy.id(),
                    happening.slug(),
                    actor,
                    PolicyEvents.payload(version, null)))
        .chain(session::flush);
  }
}
