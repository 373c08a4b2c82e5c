package org.evenhand.policy.training;

import static org.evenhand.policy.training.CompletionLifecycle.OF_COMPLETIONS;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How far one person is with one module. There is one for each, and it goes on from year to year.
 */
@Entity
@Table(name = "training_completion")
public class TrainingCompletion {

  /** How long before its last day it is to be gone through again. */
  static final int RENEWAL_DAYS = 30;

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(name = "module_id", updatable = false)
  private UUID moduleId;

  @Column(name = "person_id", updatable = false)
  private UUID personId;

  @Enumerated(EnumType.STRING)
  private CompletionState state;

  @Embedded private Enrolment enrolment;

  /** How often it was completed or not needed: what tells one task from the next. */
  private int term;

  @Column(name = "completed_on")
  private @Nullable LocalDate completedOn;

  @Column(name = "recorded_by")
  private @Nullable UUID recordedBy;

  /** Nothing is there where all its columns are empty. */
  @Embedded private @Nullable Validity validity;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Exemption exemption;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Earlier earlier;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected TrainingCompletion() {}

  public TrainingCompletion(UUID id, UUID moduleId, UUID personId, Enrolment enrolment) {
    this.id = id;
    this.moduleId = moduleId;
    this.personId = personId;
    this.enrolment = enrolment;
    this.state = OF_COMPLETIONS.begun(CompletionState.ENROLLED);
    this.updatedAt = enrolment.at();
  }

  /**
   * @param by null where a file told it
   * @param awayFrom the first day of a leave that isn't over; null for whoever is at work
   */
  public void complete(
      LocalDate on,
      @Nullable UUID by,
      ModuleTerms terms,
      @Nullable LocalDate awayFrom,
      Instant at) {
    require(CompletionStep.RECORD);
    earlier = completedOn == null ? null : new Earlier(completedOn, recordedBy, validity().until());
    completedOn = on;
    recordedBy = by;
    exemption = null;
    term++;
    count(terms.lastDay(on), awayFrom);
    moveTo(CompletionState.COMPLETED, at);
  }

  private void count(@Nullable LocalDate until, @Nullable LocalDate awayFrom) {
    Validity counting = new Validity(until, null);
    validity = awayFrom == null ? counting : counting.standingStill(awayFrom);
  }

  /** It was recorded in error: what was there before counts again, or is owed as before. */
  public void takeBack(Instant at) {
    require(CompletionStep.TAKING_BACK);
    Earlier before = earlier;
    completedOn = before == null ? null : before.on();
    recordedBy = before == null ? null : before.by();
    validity = before == null ? null : new Validity(before.until(), validity().standsStillFrom());
    earlier = null;
    term--;
    moveTo(before == null ? CompletionState.ENROLLED : CompletionState.COMPLETED, at);
  }

  public void proposeExemption(Exemption proposal) {
    require(CompletionStep.EXEMPTION);
    exemption = proposal;
    updatedAt = proposal.at();
  }

  public void countersignExemption(UUID by, @Nullable LocalDate awayFrom, Instant at) {
    require(CompletionStep.EXEMPTION_COUNTERSIGNATURE);
    if (exemption == null || !exemption.isProposed()) {
      throw Problem.of(PolicyProblem.TRANSITION_REFUSED, "Nobody has proposed an exemption.")
          .allowing(OF_COMPLETIONS.operations(state));
    }
    if (exemption.isBy(by)) {
      throw Problem.of(
          PolicyProblem.SAME_SIDE_TWICE, "The other of the two who lead the module countersigns.");
    }
    exempt(exemption.agreed(by, at), awayFrom, at);
  }

  /** Two people have agreed to it: those who lead the module, or who waived the task. */
  public void exempt(Exemption agreed, @Nullable LocalDate awayFrom, Instant at) {
    exemption = agreed;
    term++;
    count(agreed.until(), awayFrom);
    moveTo(CompletionState.EXEMPT, at);
  }

  /** The person's leave has begun. */
  public boolean standStill(LocalDate from) {
    return becomes(validity().standingStill(from));
  }

  /** The person is back. */
  public boolean goOn(LocalDate on) {
    return becomes(validity().goingOn(on));
  }

  /** What stays as it is isn't written, so that no version moves without a reason. */
  private boolean becomes(Validity next) {
    boolean changed = !next.equals(validity());
    if (changed) {
      validity = next;
    }
    return changed;
  }

  /** Whether it had counted until yesterday; a repeated or early look finds nothing to do. */
  public boolean expireIfOver(LocalDate today, Instant at) {
    if (!counts() || !validity().isOver(today)) {
      return false;
    }
    moveTo(CompletionState.EXPIRED, at);
    return true;
  }

  /** Whether it is to be gone through now. */
  public boolean isOwed(LocalDate today) {
    return !counts() || validity().isOverWithin(today, RENEWAL_DAYS);
  }

  private boolean counts() {
    return state == CompletionState.COMPLETED || state == CompletionState.EXEMPT;
  }

  /** The day on which it becomes owed or stops counting by itself; null where it doesn't. */
  public @Nullable LocalDate nextLook(LocalDate today) {
    LocalDate until = validity().until();
    if (!counts() || until == null || validity().standsStill()) {
      return null;
    }
    LocalDate renewal = until.minusDays(RENEWAL_DAYS);
    return renewal.isAfter(today) ? renewal : until.plusDays(1);
  }

  /**
   * @throws Problem 409 with the steps that are allowed
   */
  public void require(CompletionStep wanted) {
    OF_COMPLETIONS.require(state, wanted.operation(), PolicyProblem.TRANSITION_REFUSED);
  }

  private void moveTo(CompletionState next, Instant at) {
    state = OF_COMPLETIONS.moved(state, next);
    updatedAt = at;
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public UUID moduleId() {
    return moduleId;
  }

  public UUID personId() {
    return personId;
  }

  public CompletionState state() {
    return state;
  }

  public Enrolment enrolment() {
    return enrolment;
  }

  public int term() {
    return term;
  }

  public Optional<LocalDate> completedOn() {
    return Optional.ofNullable(completedOn);
  }

  public Optional<UUID> recordedBy() {
    return Optional.ofNullable(recordedBy);
  }

  public Validity validity() {
    return Objects.requireNonNullElse(validity, Validity.UNLIMITED);
  }

  public Optional<Exemption> exemption() {
    return Optional.ofNullable(exemption);
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
