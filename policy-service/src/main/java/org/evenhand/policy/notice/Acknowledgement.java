package org.evenhand.policy.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A receipt. */
@Entity
@Table(name = "acknowledgement")
public class Acknowledgement {

  @Id private UUID id;

  @Column(name = "version_id")
  private UUID versionId;

  @Column(name = "employee_id")
  private UUID employeeId;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  protected Acknowledgement() {}

  UUID id() {
    return id;
  }

  UUID versionId() {
    return versionId;
  }

  UUID employeeId() {
    return employeeId;
  }

  Stage stage() {
    return stage;
  }

  Instant acknowledgedAt() {
    return acknowledgedAt;
  }
}
