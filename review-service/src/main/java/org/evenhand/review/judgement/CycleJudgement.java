package org.evenhand.review.judgement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Records that the results of a cycle were judged, and how many new findings that raised; their own
 * events may come later.
 */
@Entity
@Table(name = "cycle_judgement")
class CycleJudgement {

  @Id
  @Column(name = "judgement_id")
  private UUID judgementId;

  @Column(name = "cycle_id")
  private UUID cycleId;

  private long edition;

  private long raised;

  @Column(name = "judged_at")
  private Instant judgedAt;

  protected CycleJudgement() {}

  CycleJudgement(CycleJudged judged) {
    this.cycleId = judged.cycleId();
    this.judgementId = judged.judgementId();
    this.edition = judged.edition() == null ? 0 : judged.edition();
    this.raised = judged.raised();
    this.judgedAt = judged.judgedAt();
  }

  long edition() {
    return edition;
  }

  long raised() {
    return raised;
  }
}
