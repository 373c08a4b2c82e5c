package org.evenhand.review.policy;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An announced version. Its content never changes again, its state may. More of the content may be
 * stored later, once this service reads more of it.
 */
@Entity
@Table(name = "policy_version")
public class PolicyVersion {

  @EmbeddedId private PolicyVersionId id;

  @Enumerated(EnumType.STRING)
  private PolicyState state;

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "effective_on")
  private LocalDate effectiveOn;

  @JdbcTypeCode(SqlTypes.JSON)
  private PolicyContent content;

  protected PolicyVersion() {}

  public PolicyVersion(
      PolicyVersionId id,
      PolicyState state,
      String contentHash,
      LocalDate effectiveOn,
      PolicyContent content) {
    this.id = id;
    this.state = state;
    this.contentHash = contentHash;
    this.effectiveOn = effectiveOn;
    this.content = content;
  }

  void become(PolicyState next) {
    state = next;
  }

  /** Stores the content as it is read now, if it is still the one that was signed. */
  void tellAgain(String hash, PolicyContent told) {
    if (hash.equals(contentHash)) {
      content = told;
    }
  }

  public UUID policyId() {
    return id.policyId();
  }

  public int number() {
    return id.version();
  }

  public PolicyState state() {
    return state;
  }

  public boolean isEffective() {
    return state == PolicyState.EFFECTIVE;
  }

  public String contentHash() {
    return contentHash;
  }

  public LocalDate effectiveOn() {
    return effectiveOn;
  }

  public PolicyContent content() {
    return content;
  }
}
