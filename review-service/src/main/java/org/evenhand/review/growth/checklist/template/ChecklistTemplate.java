package org.evenhand.review.growth.checklist.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a list of a kind. There is one for each kind, so that nobody can tell by their
 * list which leave they come back from. A list that runs keeps what it began with.
 */
@Entity
@Table(name = "checklist_template")
public class ChecklistTemplate {

  @Id private UUID id;

  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ChecklistKind kind;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<TemplateItem> items = List.of();

  @Column(name = "changed_by")
  private @Nullable UUID changedBy;

  @Column(name = "changed_at")
  private @Nullable Instant changedAt;

  protected ChecklistTemplate() {}

  void put(List<TemplateItem> as, UUID by, Instant at) {
    items = List.copyOf(as);
    changedBy = by;
    changedAt = at;
  }

  /**
   * In the place of nothing, so that whoever begins need not have read it.
   *
   * @throws Problem 409 where there are items
   */
  void begin(List<TemplateItem> as, UUID by, Instant at) {
    if (!items.isEmpty()) {
      throw Problem.of(ReviewProblem.ALREADY_WRITTEN, "The list of this kind has items.");
    }
    put(as, by, at);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  ChecklistKind kind() {
    return kind;
  }

  public List<TemplateItem> items() {
    return items;
  }

  Optional<UUID> changedBy() {
    return Optional.ofNullable(changedBy);
  }

  Optional<Instant> changedAt() {
    return Optional.ofNullable(changedAt);
  }
}
