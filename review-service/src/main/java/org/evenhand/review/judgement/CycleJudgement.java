package org.evenhand.review.judgement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a cycle was judged, and how many findings came of it; their own events may come later. */
@Entity
@Table(name = "cycle_judgement")
class CycleJudgement {

  @Id
  @Column(name = "cycle_id")
  private UUID cycleId;

  @Column(name = "judgement_id")
  private UUID judgementId;

  private long raised;

  @Column(name = "judged_at")
  private Instant judgedAt;

  protected CycleJudgement() {}

  CycleJudgement(CycleJudged judged) {
    this.cycleId = judged.cycleId();
    this.judgementId = judged.judgementId();
    this.raised = judged.raised();
    this.judgedAt = judged.judgedAt();
  }

  UUID judgementId() {
    return judgementId;
  }

  long raised() {
    return raised;
  }
}
