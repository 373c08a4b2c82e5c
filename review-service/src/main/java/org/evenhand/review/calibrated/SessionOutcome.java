package org.evenhand.review.calibrated;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a session in this service. Applied and cancelled are final; a refused session may
 * decide again.
 */
@Entity
@Table(name = "session_outcome")
class SessionOutcome {

  @Id
  @Column(name = "session_id")
  private UUID sessionId;

  @Version private long version;

  @Column(name = "cycle_id")
  private UUID cycleId;

  private boolean applied;
  private boolean cancelled;

  private @Nullable String reason;

  private Instant at;

  protected SessionOutcome() {}

  SessionOutcome(UUID sessionId, UUID cycleId, Instant at) {
    this.sessionId = sessionId;
    this.cycleId = cycleId;
    this.at = at;
  }

  void apply(Instant when) {
    applied = true;
    reason = null;
    at = when;
  }

  void refuse(String why, Instant when) {
    applied = false;
    reason = why;
    at = when;
  }

  void cancel(Instant when) {
    cancelled = true;
    reason = null;
    at = when;
  }

  boolean isCancelled() {
    return cancelled;
  }

  boolean isApplied() {
    return applied;
  }

  long version() {
    return version;
  }

  UUID sessionId() {
    return sessionId;
  }

  UUID cycleId() {
    return cycleId;
  }

  Instant at() {
    return at;
  }

  @Nullable String reason() {
    return reason;
  }
}
