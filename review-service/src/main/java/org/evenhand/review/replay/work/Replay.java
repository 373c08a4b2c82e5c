package org.evenhand.review.replay.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.evenhand.review.replay.Draft;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A draft under which cycles are looked at anew. Its rules stay, so that later ones know it. */
@Entity
@Table(name = "impact_replay")
class Replay {

  @Id private UUID id;

  @Column(name = "policy_id")
  private UUID policyId;

  @JdbcTypeCode(SqlTypes.JSON)
  private Draft draft;

  /** How often policy-service was told of it; the sequence of the events. */
  private int told;

  protected Replay() {}

  Replay(UUID id, UUID policyId, Draft draft) {
    this.id = id;
    this.policyId = policyId;
    this.draft = draft;
  }

  int tellAgain() {
    told++;
    return told;
  }

  UUID id() {
    return id;
  }

  UUID policyId() {
    return policyId;
  }

  Draft draft() {
    return draft;
  }
}
