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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
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

  /** The last day, at the place of the person; null where it counts for good, or doesn't. */
  @Column(name = "valid_until")
  private @Nullable LocalDate validUntil;

  /** Moves no version: who leads the module would learn from it that somebody is on leave. */
  @OptimisticLock(excluded = true)
  @Column(name = "stands_still_from")
  private @Nullable LocalDate standsStillFrom;

  /** How often our services were told of it: a leave is told, and moves no version. */
  @OptimisticLock(excluded = true)
  private long told;

  /** What both have agreed to, and what counts unless it was completed since. */
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Exemption exemption;

  /** What one of the two has proposed; of it others learn nothing, not even that it changed. */
  @OptimisticLock(excluded = true)
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Exemption proposal;

  /** How often something was proposed: for the two it is another version of what they read. */
  @OptimisticLock(excluded = true)
  private long proposals;

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
   * Whether a completion of that day changes anything: what was completed since stays, and so does
   * what counts, or has counted, for longer. So nobody undoes alone what two people have agreed to,
   * not even for a cycle that opened while it counted.
   */
  public boolean isAdvancedBy(LocalDate on, ModuleTerms terms) {
    if (completedOn != null && !on.isAfter(completedOn)) {
      return false;
    }
    LocalDate until = terms.lastDay(on);
    if (until == null || validUntil == null) {
      return until == null || !counts();
    }
    return !until.isBefore(validUntil);
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
    earlier =
        completedOn == null && exemption == null
            ? null
            : new Earlier(completedOn, recordedBy, validUntil, exemption, earlier);
    completedOn = on;
    recordedBy = by;
    exemption = null;
    proposal = null;
    term++;
    count(terms.lastDay(on), awayFrom);
    moveTo(CompletionState.COMPLETED, at);
  }

  private void count(@Nullable LocalDate until, @Nullable LocalDate awayFrom) {
    Validity counting = new Validity(until, null);
    take(awayFrom == null ? counting : counting.standingStill(awayFrom));
  }

  private void take(Validity next) {
    validUntil = next.until();
    standsStillFrom = next.standsStillFrom();
  }

  /** It was recorded in error: what was there before counts again, or is owed as before. */
  public void takeBack(Instant at) {
    require(CompletionStep.TAKING_BACK);
    Earlier before = earlier;
    completedOn = before == null ? null : before.on();
    recordedBy = before == null ? null : before.by();
    exemption = before == null ? null : before.exemption();
    count(before == null ? null : before.until(), standsStillFrom);
    earlier = before == null ? null : before.before();
    term--;
    moveTo(before == null ? CompletionState.ENROLLED : held(), at);
  }

  /** What holds: an exemption goes with the completion that takes its place. */
  private CompletionState held() {
    return exemption == null ? CompletionState.COMPLETED : CompletionState.EXEMPT;
  }

  public void proposeExemption(Exemption proposed) {
    require(CompletionStep.EXEMPTION);
    proposal = proposed;
    proposals++;
  }

  /**
   * @param leads the two who lead the module now
   */
  public void countersignExemption(
      UUID by, CoLeads leads, @Nullable LocalDate awayFrom, Instant at) {
    require(CompletionStep.EXEMPTION_COUNTERSIGNATURE);
    if (proposal == null) {
      throw refused("Nobody has proposed an exemption.");
    }
    if (proposal.isBy(by)) {
      throw Problem.of(
          PolicyProblem.SAME_SIDE_TWICE, "The other of the two who lead the module countersigns.");
    }
    if (!proposal.isOpenTo(by, leads)) {
      throw refused("Who has proposed it leads the module no more: it is proposed anew.");
    }
    exempt(proposal.agreed(by, at), awayFrom, at);
  }

  private Problem refused(String why) {
    return Problem.of(PolicyProblem.TRANSITION_REFUSED, why)
        .allowing(OF_COMPLETIONS.operations(state));
  }

  /** Two people have agreed to it: those who lead the module, or who waived the task. */
  public void exempt(Exemption agreed, @Nullable LocalDate awayFrom, Instant at) {
    exemption = agreed;
    proposal = null;
    term++;
    count(agreed.until(), awayFrom);
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
      moveTo(held(), at);
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
    return !counts() || validity().isOverWithin(today, RENEWAL_DAYS);
  }

  private boolean counts() {
    return state == CompletionState.COMPLETED || state == CompletionState.EXEMPT;
  }

  /** The day on which it becomes owed or stops counting by itself; null where it doesn't. */
  public @Nullable LocalDate nextLook(LocalDate today) {
    if (!counts() || validUntil == null) {
      return null;
    }
    LocalDate renewal = validUntil.minusDays(RENEWAL_DAYS);
    return renewal.isAfter(today) ? renewal : validUntil.plusDays(1);
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

  public UUID id() {
    return id;
  }

  /**
   * The version as somebody reads it.
   *
   * @param party whether they are its person or one of the two who lead the module
   */
  public long version(boolean party) {
    return party ? lockVersion + proposals : lockVersion;
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
    return new Validity(validUntil, standsStillFrom);
  }

  public Optional<Exemption> exemption() {
    return Optional.ofNullable(exemption);
  }

  /** What one of the two has proposed, and the other hasn't agreed to. */
  public Optional<Exemption> proposal() {
    return Optional.ofNullable(proposal);
  }

  /** What our services know the order by in which they are told. */
  long told() {
    return told;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
