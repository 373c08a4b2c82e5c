package org.evenhand.kit.data.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.json.JsonColumnType;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.JdbcTypeRegistration;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An import, to be read. Statements write it, each as part of a step.
 *
 * <p>The registration counts for all entities of a service. It has to stand on some mapped class,
 * and this is the one that every service has.
 */
@Entity
@Immutable
@Table(name = "import")
@JdbcTypeRegistration(value = JsonColumnType.class, registrationCode = SqlTypes.JSON)
public class ImportJob {

  @Id private UUID id;
  private String kind;
  private boolean dryRun;

  @Enumerated(EnumType.STRING)
  private ImportState state;

  private long rows;
  private long appliedThrough;
  private long created;
  private long changed;
  private long unchanged;
  private long refused;
  private @Nullable String failure;
  private @Nullable String failureCode;
  private Instant receivedAt;
  private @Nullable Instant finishedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ImportSender sender;

  protected ImportJob() {}

  String kind() {
    return kind;
  }

  boolean isSentBy(@Nullable String externalId) {
    return sender != null && sender.externalId().equals(externalId);
  }

  boolean done() {
    return state == ImportState.DONE;
  }

  long rows() {
    return rows;
  }

  ImportView view(@Nullable List<RowResult> results) {
    return new ImportView(
        id,
        kind,
        state,
        dryRun,
        rows,
        appliedThrough,
        created,
        changed,
        unchanged,
        refused,
        receivedAt,
        finishedAt,
        failure,
        failureCode,
        results);
  }
}
