package org.evenhand.calibration.check;

import static org.evenhand.calibration.check.CheckLifecycle.NOTE;
import static org.evenhand.calibration.check.CheckLifecycle.OF_CHECKS;
import static org.evenhand.calibration.check.CheckLifecycle.RETURN;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.obligation.CheckKind;
import org.evenhand.kit.web.problem.CommonProblem;
import org.jspecify.annotations.Nullable;

/** One look of a manager at how they rate. */
@Entity
@Table(name = "calibration_check")
public class Check {

  @Id private UUID id;
  @Version private long version;
  private UUID obligationId;
  private UUID managerId;

  @Enumerated(EnumType.STRING)
  private CheckKind kind;

  @Enumerated(EnumType.STRING)
  private CheckState state;

  private UUID reviewId;
  private @Nullable UUID sampleId;
  private @Nullable UUID precedentId;
  private Instant begunAt;

  @Embedded private @Nullable CheckNote note;

  protected Check() {}

  /**
   * What is looked at.
   *
   * @param sample whose text is read or was scored
   * @param precedent what an own review is held against
   */
  record Subject(UUID review, @Nullable UUID sample, @Nullable UUID precedent) {}

  Check(UUID id, UUID obligation, UUID manager, CheckKind kind, Subject subject, Instant now) {
    this.id = id;
    this.obligationId = obligation;
    this.managerId = manager;
    this.kind = kind;
    this.state = OF_CHECKS.begun(CheckState.BEGUN);
    this.reviewId = subject.review();
    this.sampleId = subject.sample();
    this.precedentId = subject.precedent();
    this.begunAt = now;
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 where it has its note
   */
  void requireNotable() {
    OF_CHECKS.require(state, NOTE, CommonProblem.STATE_CONFLICT);
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 where it is over
   */
  void requireReturnable() {
    OF_CHECKS.require(state, RETURN, CommonProblem.STATE_CONFLICT);
  }

  void giveBack() {
    state = OF_CHECKS.moved(state, CheckState.RETURNED);
  }

  void note(CheckNote made) {
    state = OF_CHECKS.moved(state, CheckState.NOTED);
    note = made;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID obligationId() {
    return obligationId;
  }

  UUID managerId() {
    return managerId;
  }

  CheckKind kind() {
    return kind;
  }

  CheckState state() {
    return state;
  }

  Subject subject() {
    return new Subject(reviewId, sampleId, precedentId);
  }

  Instant begunAt() {
    return begunAt;
  }

  Optional<CheckNote> note() {
    return Optional.ofNullable(note);
  }
}
