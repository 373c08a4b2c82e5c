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
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * How far one person is with one module. There is one for each, and it goes on from year to year.
 */
@Entity
@Table(name = "training_completion")
public class TrainingCompletion {

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

  /** Null in the database where nothing is held. */
  @Embedded private @Nullable Held held;

  /** Moves no version: who leads the module would learn from it that somebody is on leave. */
  @OptimisticLock(excluded = true)
  @Column(name = "stands_still_from")
  private @Nullable LocalDate standsStillFrom;

  /** How often our services were told of it: a leave is told, and moves no version. */
  @OptimisticLock(excluded = true)
  private long told;

  /** Of it others than the two learn nothing, not even that it changed. */
  @OptimisticLock(excluded = true)
  @Embedded
  private ProposedExemption proposed;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected TrainingCompletion() {}

  public TrainingCompletion(UUID id, UUID moduleId, UUID personId, Enrolment enrolment) {
    this.id = id;
    this.moduleId = moduleId;
    this.personId = personId;
    this.enrolment = enrolment;
    this.proposed = ProposedExemption.NONE;
    this.state = OF_COMPLETIONS.begun(CompletionState.ENROLLED);
    this.updatedAt = enrolment.at();
  }

  /** Whether a completion of that day changes anything. */
  public boolean isAdvancedBy(LocalDate on, ModuleTerms terms) {
    return held().isAdvancedBy(on, terms, counts());
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
    proposed = proposed.settled();
    term++;
    hold(held().completed(on, by, terms.lastDay(on)), awayFrom);
    moveTo(CompletionState.COMPLETED, at);
  }

  private void hold(Held next, @Nullable LocalDate awayFrom) {
    held = next;
    Validity counting = new Validity(next.until(), null);
    take(awayFrom == null ? counting : counting.standingStill(awayFrom));
  }

  private void take(Validity next) {
    held = held().lasting(next.until());
    standsStillFrom = next.standsStillFrom();
  }

  /** It was recorded in error: what was there before counts again, or is owed as before. */
  public void takeBack(Instant at) {
    require(CompletionStep.TAKING_BACK);
    hold(held().takenBack(), standsStillFrom);
    term--;
    moveTo(held().state(), at);
  }

  public void proposeExemption(Exemption wanted) {
    require(CompletionStep.EXEMPTION);
    proposed = proposed.renewed(wanted);
  }

  /**
   * @param leads the two who lead the module now
   */
  public void countersignExemption(
      UUID by, CoLeads leads, @Nullable LocalDate awayFrom, Instant at) {
    require(CompletionStep.EXEMPTION_COUNTERSIGNATURE);
    exempt(proposed.agreed(by, leads, state, at), awayFrom, at);
  }

  /** Two people have agreed to it: those who lead the module, or who waived the task. */
  public void exempt(Exemption agreed, @Nullable LocalDate awayFrom, Instant at) {
    proposed = proposed.settled();
    term++;
    hold(held().exempted(agreed), awayFrom);
    moveTo(CompletionState.EXEMPT, at);
  }

  /** The person's leave has begun. */
  public boolean standStill(LocalDate from) {
    return becomes(validity().standingStill(from));
  }

  /** The person is back: what ended meanwhile goes on for as long as it stood still. */
  public boolean goOn(LocalDate on, Instant at) {
    boolean changed = becomes(validity().goingOn(on));
    if (changed && state == CompletionState.EXPIRED && !validity().isOver(on)) {
      moveTo(held().state(), at);
    }
    return changed;
  }

  /** What stays as it is isn't written, so that no version moves without a reason. */
  private boolean becomes(Validity next) {
    boolean changed = !next.equals(validity());
    if (changed) {
      take(next);
      told++;
    }
    return changed;
  }

  /**
   * Whether it had counted until yesterday; a repeated or early look finds nothing to do. It ends
   * on a leave too, so that who leads the module sees no difference: our services, who are told no
   * last day meanwhile, refuse nobody.
   */
  public boolean expireIfOver(LocalDate today, Instant at) {
    if (!counts() || !validity().isOver(today)) {
      return false;
    }
    moveTo(CompletionState.EXPIRED, at);
    return true;
  }

  /** Whether it is to be gone through now. */
  public boolean isOwed(LocalDate today) {
    return !counts() || validity().isToBeRenewed(today);
  }

  private boolean counts() {
    return state == CompletionState.COMPLETED || state == CompletionState.EXEMPT;
  }

  /** The day on which it becomes owed or stops counting by itself; null where it doesn't. */
  public @Nullable LocalDate nextLook(LocalDate today) {
    return counts() ? validity().nextLook(today) : null;
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
    told++;
  }

  private Held held() {
    return held == null ? Held.NOTHING : held;
  }

  public UUID id() {
    return id;
  }

  /**
   * The version as somebody reads it.
   *
   * @param party whether they are its person or one of the two who lead the module
   */
  public long version(boolean party) {
    return party ? lockVersion + proposed.times() : lockVersion;
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
    return Optional.ofNullable(held().completedOn());
  }

  public Optional<UUID> recordedBy() {
    return Optional.ofNullable(held().recordedBy());
  }

  public Validity validity() {
    return new Validity(held().until(), standsStillFrom);
  }

  public Optional<Exemption> exemption() {
    return Optional.ofNullable(held().exemption());
  }

  /** What one of the two has proposed, and the other hasn't agreed to. */
  public Optional<Exemption> proposal() {
    return Optional.ofNullable(proposed.exemption());
  }

  /** What our services know the order by in which they are told. */
  long told() {
    return told;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
