package org.evenhand.review.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.directory.people.Position;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A rating that another system gave; whoever sends it again, otherwise, corrects it. */
@Entity
@Table(name = "history_rating")
class HistoryRating {

  @Id private UUID id;

  /** Starts at 1, so that it serves as the sequence of the events. */
  @Version
  @Column(name = "version")
  private long version = 1;

  @Column(name = "cycle_id", updatable = false)
  private UUID cycleId;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private String assignmentId;

  @Column(name = "period_start")
  private LocalDate periodStart;

  @Column(name = "period_end")
  private LocalDate periodEnd;

  @Column(name = "ordinal")
  private int ordinal;

  @Column(name = "label")
  private String label;

  @Column(name = "reviewer_id")
  private @Nullable UUID reviewerId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "line_above", updatable = false)
  private UUID[] lineAbove;

  @Embedded private Position position;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected HistoryRating() {}

  /** What a rating says; what an import may correct later. */
  record Said(
      LocalDate periodStart,
      LocalDate periodEnd,
      int ordinal,
      String label,
      Optional<UUID> reviewerId) {}

  /** Whose rating of which cycle; with the place and the lines at its import. */
  record About(
      UUID cycleId,
      UUID employeeId,
      String assignmentId,
      Position position,
      List<UUID> lineAbove) {}

  HistoryRating(UUID id, About about, Said said, Instant now) {
    this.id = id;
    this.cycleId = about.cycleId();
    this.employeeId = about.employeeId();
    this.assignmentId = about.assignmentId();
    this.position = about.position();
    this.lineAbove = about.lineAbove().toArray(UUID[]::new);
    say(said, now);
  }

  /** Takes a correction; false when it says nothing new. An untold reviewer keeps the known one. */
  boolean correct(Said said, Instant now) {
    Said known = said();
    Said corrected =
        new Said(
            said.periodStart(),
            said.periodEnd(),
            said.ordinal(),
            said.label(),
            said.reviewerId().or(known::reviewerId));
    if (corrected.equals(known)) {
      return false;
    }
    say(corrected, now);
    return true;
  }

  private void say(Said said, Instant now) {
    periodStart = said.periodStart();
    periodEnd = said.periodEnd();
    ordinal = said.ordinal();
    label = said.label();
    reviewerId = said.reviewerId().orElse(null);
    recordedAt = now;
  }

  Said said() {
    return new Said(periodStart, periodEnd, ordinal, label, Optional.ofNullable(reviewerId));
  }

  About about() {
    return new About(cycleId, employeeId, assignmentId, position, List.of(lineAbove));
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
