package org.evenhand.review.replay.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
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

  /** Other policies that bound some of the people of the draft before. */
  @Column(name = "also_of")
  @JdbcTypeCode(SqlTypes.JSON)
  private Policies alsoOf;

  @JdbcTypeCode(SqlTypes.JSON)
  private Draft draft;

  /** How often policy-service was told of it; the sequence of the events. */
  private int told;

  protected Replay() {}

  /** Policies by their ids. */
  record Policies(Set<UUID> ids) {}

  Replay(UUID id, UUID policyId, Set<UUID> alsoOf, Draft draft) {
    this.id = id;
    this.policyId = policyId;
    this.alsoOf = new Policies(alsoOf);
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

  /** Whether it may look at the cycles of a policy. */
  boolean isOf(UUID policy) {
    return policyId.equals(policy) || alsoOf.ids().contains(policy);
  }

  Draft draft() {
    return draft;
  }
}
