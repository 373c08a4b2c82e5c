package org.evenhand.policy.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The text of a module, apart from it: lists of modules don't load it. */
@Entity
@Table(name = "training_text")
public class WrittenText {

  @Id
  @Column(name = "module_id")
  private UUID moduleId;

  @JdbcTypeCode(SqlTypes.JSON)
  private TrainingText text;

  protected WrittenText() {}

  WrittenText(UUID moduleId, TrainingText text) {
    this.moduleId = moduleId;
    this.text = text;
  }

  void rewrite(TrainingText with) {
    text = with;
  }

  TrainingText text() {
    return text;
  }
}
