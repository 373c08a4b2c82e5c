package org.evenhand.kit.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.audit.EntryHash;
import org.evenhand.kit.data.json.CanonicalJson;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
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
    return session
        .createNativeQuery(
            "select audit_append(?, ?, ?, ?, ?, ?, ?, ?, ?)", Object.class, new AffectedEntities())
        .setParameter(1, aggregateType)
        .setParameter(2, aggregateId)
        .setParameter(3, action)
        .setParameter(4, actor)
        .setParameter(5, at.atOffset(ZoneOffset.UTC))
        .setParameter(6, text)
        .setParameter(7, salt)
        .setParameter(8, digest)
        .setParameter(9, EntryHash.fields(aggregateType, aggregateId, action, actor, at, digest))
        .getSingleResult()
        .replaceWithVoid();
  }

  /** The entries of an aggregate, oldest first. */
  public Uni<List<AuditEntry>> trail(
      Mutiny.Session session, String aggregateType, UUID aggregateId) {
    return session
        .createNativeQuery(
            "select sequence, action, actor, at, content from audit"
                + " where aggregate_type = ? and aggregate_id = ? order by sequence",
            Object[].class,
            new AffectedEntities())
        .setParameter(1, aggregateType)
        .setParameter(2, aggregateId)
        .getResultList()
        .map(rows -> rows.stream().map(Audit::entry).toList());
  }

  private static AuditEntry entry(Object[] row) {
    return new AuditEntry(
        (Long) row[0], (String) row[1], (String) row[2], instant(row[3]), json((String) row[4]));
  }

  private static Instant instant(Object value) {
    return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an audit entry's content is no JSON", e);
    }
  }
}
