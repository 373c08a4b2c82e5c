package org.evenhand.review.appeal.anchor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An anchor that policy has been told of, so that it is told of once. */
@Entity
@Table(name = "questioned_anchor")
class QuestionedAnchor {

  /** What subscribers learn: counts alone. */
  record Told(
      UUID questionId,
      UUID policyId,
      int policyVersion,
      String criterion,
      int ordinal,
      int appeals,
      Instant at) {}

  @Id private UUID id;

  @Column(name = "policy_id")
  private UUID policyId;

  @Column(name = "policy_version")
  private int policyVersion;

  private String criterion;

  private int ordinal;

  private int appeals;

  @Column(name = "told_at")
  private Instant toldAt;

  protected QuestionedAnchor() {}

  QuestionedAnchor(Told told) {
    this.id = told.questionId();
    this.policyId = told.policyId();
    this.policyVersion = told.policyVersion();
    this.criterion = told.criterion();
    this.ordinal = told.ordinal();
    this.appeals = told.appeals();
    this.toldAt = told.at();
  }

  Told told() {
    return new Told(id, policyId, policyVersion, criterion, ordinal, appeals, toldAt);
  }
}
