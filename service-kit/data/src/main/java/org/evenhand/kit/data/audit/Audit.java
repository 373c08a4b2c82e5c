package org.evenhand.kit.data.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.CanonicalJson;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to an aggregate, in the transaction of the change. Entries of one aggregate form a
 * chain of hashes, so that a change, a gap or another order afterwards shows.
 */
@ApplicationScoped
public class Audit {

  private static final int SALT_BYTES = 16;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Audit(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param actor our id of the person, or the client's id of a system
   * @param content what can be erased later without breaking the chain; null for none
   */
  public Uni<Void> record(
      Mutiny.Session session,
      String aggregateType,
      UUID aggregateId,
      String action,
      String actor,
      @Nullable Object content) {
    // PostgreSQL keeps microseconds, and the hash must be computable from what it keeps.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    String text = content == null ? null : CanonicalJson.of(content);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] digest = EntryHash.contentDigest(salt, text);
    return Rows.unflushed(
            session,
            "select audit_append("
                + ":type, :aggregate, :action, :actor, :at, :content, :salt, :digest, :fields)")
        .bind("type", aggregateType)
        .bind("aggregate", aggregateId)
        .bind("action", action)
        .bind("actor", actor)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("content", text)
        .bind("salt", salt)
        .bind("digest", digest)
        .bind("fields", EntryHash.fields(aggregateType, aggregateId, action, actor, at, digest))
        .run();
  }

  /** The entries of an aggregate, oldest first. */
  public Uni<List<AuditEntry>> trail(
      Mutiny.Session session, String aggregateType, UUID aggregateId) {
    return Rows.unflushed(
            session,
            "select sequence, action, actor, at, content from audit"
                + " where aggregate_type = :type and aggregate_id = :aggregate order by sequence")
        .bind("type", aggregateType)
        .bind("aggregate", aggregateId)
        .list(Audit::entry);
  }

  private static AuditEntry entry(Row row) {
    return new AuditEntry(
        row.bigint("sequence"),
        row.text("action"),
        row.text("actor"),
        row.instant("at"),
        row.orNull("content", (each, column) -> each.json(column, JsonNode.class)));
  }
}
