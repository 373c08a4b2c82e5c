package org.evenhand.kit.data.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.CanonicalJson;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to an aggregate, in the transaction of the change. Entries of one aggregate form a
 * chain of hashes, so that a change, a gap or another order afterwards shows.
 */
@ApplicationScoped
public class Audit {

  private static final int SALT_BYTES = 16;
  private static final int ROWS_PER_STATEMENT = 500;

  /**
   * Appends one after the other, because an aggregate may be in it more than once: sorted first,
   * since the list of a select may be worked out before its order.
   */
  private static final String APPEND =
      """
      select audit_append(type, aggregate, action, :actor, cast(:at as timestamptz), content,
        decode(salt, 'hex'), decode(digest, 'hex'), fields)
      from (
        select type, aggregate, action, content, salt, digest, fields
        from rows from (jsonb_to_recordset(cast(cast(:links as text) as jsonb)) as (
          type text, aggregate uuid, action text, content text, salt text, digest text,
          fields text)) with ordinality
        order by ordinality
        offset 0
      ) link
      """;

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
    return record(
        session, actor, List.of(new AuditEntry(aggregateType, aggregateId, action, content)));
  }

  /**
   * Appends each entry to the chain of its aggregate, in the order given.
   *
   * @param actor our id of the person, or the client's id of a system
   */
  public Uni<Void> record(Mutiny.Session session, String actor, List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<AuditEntry> now = entries.subList(0, Math.min(ROWS_PER_STATEMENT, entries.size()));
    List<AuditEntry> rest = entries.subList(now.size(), entries.size());
    return append(session, actor, now).chain(() -> record(session, actor, rest));
  }

  private Uni<Void> append(Mutiny.Session session, String actor, List<AuditEntry> entries) {
    // PostgreSQL keeps microseconds, and the hash must be computable from what it keeps.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return Rows.unflushed(session, APPEND)
        .bind("actor", actor)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("links", Json.write(entries.stream().map(each -> link(each, actor, at)).toList()))
        .run();
  }

  /** An entry as the database is told of it, salt and digest in hexadecimal. */
  private record Link(
      String type,
      UUID aggregate,
      String action,
      @Nullable String content,
      String salt,
      String digest,
      String fields) {}

  private Link link(AuditEntry entry, String actor, Instant at) {
    String type = entry.aggregateType();
    UUID aggregate = entry.aggregateId();
    String content = entry.content() == null ? null : CanonicalJson.of(entry.content());
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] digest = EntryHash.contentDigest(salt, content);
    return new Link(
        type,
        aggregate,
        entry.action(),
        content,
        EntryHash.HEX.formatHex(salt),
        EntryHash.HEX.formatHex(digest),
        EntryHash.fields(type, aggregate, entry.action(), actor, at, digest));
  }
}
