package org.evenhand.analytics.rebuild;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One rebuild: RUNNING until every topic has been read, then DONE. */
@Entity
@Table(name = "rebuild")
class Rebuild {

  /** Whether it is still going on. */
  @Schema(name = "RebuildState")
  enum State {
    RUNNING,
    DONE
  }

  @Id
  @Column(name = "id")
  private UUID id;

  @Version
  @Column(name = "version")
  private long version;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private State state;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Column(name = "progress")
  @JdbcTypeCode(SqlTypes.JSON)
  private RebuildProgress progress;

  protected Rebuild() {}

  Rebuild(UUID id, String requestedBy, Instant requestedAt) {
    this.id = id;
    this.state = State.RUNNING;
    this.requestedBy = requestedBy;
    this.requestedAt = requestedAt;
    this.progress = new RebuildProgress(List.of());
  }

  void reached(RebuildProgress reached, Instant now) {
    this.progress = reached;
    if (reached.isThrough()) {
      this.state = State.DONE;
      this.finishedAt = now;
    }
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  RebuildView view() {
    return new RebuildView(id, state, requestedBy, requestedAt, finishedAt, progress.topics());
  }
}
