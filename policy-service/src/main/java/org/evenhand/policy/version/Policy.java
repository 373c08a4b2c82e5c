package org.evenhand.policy.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of versions. Every transition of any version locks this row, which puts the events of a
 * policy into one order.
 */
@Entity
@Table(name = "policy")
public class Policy {

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(name = "event_sequence")
  private long eventSequence;

  @Column(name = "latest_version")
  private int latestVersion;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Policy() {}

  public Policy(UUID id, UUID createdBy, Instant createdAt) {
    this.id = id;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  public int nextVersion() {
    latestVersion++;
    return latestVersion;
  }

  /** Rises with every event of the policy, also between two events of one transaction. */
  long nextSequence() {
    eventSequence++;
    return eventSequence;
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public int latestVersion() {
    return latestVersion;
  }

  public UUID createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
