package org.evenhand.review.judgement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A finding that sharing waits for until it is answered. This service doesn't know which group it
 * is about; people who may know that read it in analytics-service.
 */
@Entity
@Table(name = "judged_finding")
class JudgedFinding {

  @Id
  @Column(name = "finding_id")
  private UUID findingId;

  @Column(name = "cycle_id")
  private UUID cycleId;

  @Column(name = "judgement_id")
  private UUID judgementId;

  private String metric;

  private String verdict;

  @Enumerated(EnumType.STRING)
  private FindingState state;

  protected JudgedFinding() {}

  JudgedFinding(FindingPayload finding, FindingState state) {
    this.findingId = finding.findingId();
    this.cycleId = finding.cycleId();
    this.judgementId = finding.judgementId();
    this.metric = finding.metric();
    this.verdict = finding.verdict();
    this.state = state;
  }

  void become(FindingState next) {
    state = next;
  }

  boolean isUnanswered() {
    return state == FindingState.RAISED;
  }

  /** For those who have to answer it. */
  String inWords() {
    return verdict + " of " + metric + ", finding " + findingId;
  }
}
