package org.evenhand.review.growth.guide;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A text that both sides have signed. It stays as it is, also when a later one holds. */
@Entity
@Immutable
@Table(name = "conversation_guide_version")
public class GuideVersion {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Situation situation;

  @Column(name = "number")
  private int number;

  @JdbcTypeCode(SqlTypes.JSON)
  private GuideDraft content;

  protected GuideVersion() {}

  GuideVersion(UUID id, Situation situation, int number, GuideDraft content) {
    this.id = id;
    this.situation = situation;
    this.number = number;
    this.content = content;
  }

  Situation situation() {
    return situation;
  }

  int number() {
    return number;
  }

  GuideDraft content() {
    return content;
  }
}
