package org.evenhand.review.growth.goal.library;

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
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.agreement.Signature;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entry of the library. Whoever has a goal from it keeps what they agreed to. */
@Entity
@Table(name = "library_goal")
public class LibraryGoal {

  @Id private UUID id;

  @Version private long version;

  @Column(updatable = false)
  private String key;

  @Column(name = "job_family")
  private @Nullable String jobFamily;

  @Column(name = "job_level")
  private @Nullable String jobLevel;

  @Enumerated(EnumType.STRING)
  private LibraryState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private LibraryContent content;

  @Column(name = "changed_by")
  private UUID changedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected LibraryGoal() {}

  LibraryGoal(UUID id, String key, Suited suited, LibraryContent content, Signature by) {
    this.id = id;
    this.key = key;
    this.state = LibraryState.PUBLISHED;
    this.jobFamily = suited.jobFamily();
    this.jobLevel = suited.jobLevel();
    this.content = content;
    this.changedBy = by.by();
    this.changedAt = by.at();
  }

  /** For whom it is meant; null is for all. */
  record Suited(@Nullable String jobFamily, @Nullable String jobLevel) {}

  void change(Suited suited, LibraryContent as, Signature by) {
    jobFamily = suited.jobFamily();
    jobLevel = suited.jobLevel();
    content = as;
    changedBy = by.by();
    changedAt = by.at();
  }

  /**
   * @throws Problem 409 when it is retired already
   */
  void retire(Signature by) {
    requirePublished();
    state = LibraryState.RETIRED;
    changedBy = by.by();
    changedAt = by.at();
  }

  /**
   * @throws Problem 409 when it is retired
   */
  void requirePublished() {
    if (!isPublished()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "The entry is RETIRED.").allowing(List.of());
    }
  }

  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  public String key() {
    return key;
  }

  Optional<String> jobFamily() {
    return Optional.ofNullable(jobFamily);
  }

  Optional<String> jobLevel() {
    return Optional.ofNullable(jobLevel);
  }

  public boolean isPublished() {
    return state == LibraryState.PUBLISHED;
  }

  LibraryState state() {
    return state;
  }

  public LibraryContent content() {
    return content;
  }

  UUID changedBy() {
    return changedBy;
  }

  Instant changedAt() {
    return changedAt;
  }
}
