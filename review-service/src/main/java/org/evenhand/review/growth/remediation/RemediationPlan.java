package org.evenhand.review.growth.remediation;

import static org.evenhand.review.growth.remediation.RemediationLifecycle.OF_REMEDIATION;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.review.growth.Absences;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.remediation.RemediationCourse.GivenMeans;
import org.evenhand.review.growth.remediation.RemediationCourse.HeldDay;
import org.evenhand.review.growth.remediation.terms.CheckDay;
import org.evenhand.review.growth.remediation.terms.OwedMeans;
import org.evenhand.review.growth.remediation.terms.RemediationTerms;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A gap that was seen and said, what somebody does about it, and what the company owes for it. */
@Entity
@Table(name = "remediation_plan")
public class RemediationPlan {

  @Id private UUID id;

  @Version private long version;

  /** Counts what somebody sees who is asked to be a companion. */
  @Column(name = "companion_version")
  private long companionVersion;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  @Column(name = "assignment_since", updatable = false)
  private LocalDate assignmentSince;

  @Column(name = "proposed_by", updatable = false)
  private UUID proposedBy;

  /** HR that has to look at it; null where nobody serves the unit. */
  @Column(name = "hr_id")
  private @Nullable UUID hrId;

  @Enumerated(EnumType.STRING)
  private RemediationState state;

  /** Whether the person was ever told of it. */
  private boolean known;

  @Column(name = "manager_id")
  private @Nullable UUID managerId;

  /** Since when that one leads the person, as far as this plan knows. */
  @Column(name = "led_since")
  private LocalDate ledSince;

  /** Under whom somebody stood by it last. */
  @Column(name = "confirmed_under")
  private @Nullable UUID confirmedUnder;

  @JdbcTypeCode(SqlTypes.JSON)
  private RemediationTerms terms;

  @Column(name = "terms_by")
  private UUID termsBy;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<RemediationTerms> earlier = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Companion companion;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable GateReview review;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Acknowledgement acknowledgement;

  /** The last day on which the person can still answer. */
  @Column(name = "answer_by")
  private @Nullable LocalDate answerBy;

  /** The last day on which HR can still look at what is put; then it is over. */
  @Column(name = "review_by")
  private @Nullable LocalDate reviewBy;

  @Column(name = "starts_on")
  private @Nullable LocalDate startsOn;

  private boolean away;

  @JdbcTypeCode(SqlTypes.JSON)
  private Absences pauses = Absences.NONE;

  @JdbcTypeCode(SqlTypes.JSON)
  private RemediationCourse course = RemediationCourse.NONE;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable MoreTime extension;

  @Column(name = "not_met")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable NotMetSignature notMet;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable RemediationEnding ending;

  @Column(name = "status_seen")
  private long statusSeen;

  @Column(name = "created_on", updatable = false)
  private LocalDate createdOn;

  @Column(name = "closed_on")
  private @Nullable LocalDate closedOn;

  protected RemediationPlan() {}

  public RemediationPlan(
      UUID id,
      Post post,
      UUID proposedBy,
      UUID hr,
      RemediationTerms terms,
      LocalDate today,
      LocalDate reviewBy) {
    this.id = id;
    this.employeeId = post.employeeId();
    this.assignmentId = post.assignmentId();
    this.assignmentSince = post.since();
    this.proposedBy = proposedBy;
    this.hrId = hr;
    this.state = OF_REMEDIATION.begun(RemediationState.PROPOSED);
    this.managerId = post.managerId();
    this.confirmedUnder = post.managerId();
    this.ledSince = today;
    this.terms = terms;
    this.termsBy = proposedBy;
    this.statusSeen = post.statusSeen();
    this.createdOn = today;
    this.reviewBy = reviewBy;
  }

  /**
   * What has begun pauses until HR has looked at the change and the person has read it.
   *
   * @param lookBy the last day on which HR can look at it
   */
  public void change(RemediationTerms as, UUID by, LocalDate today, LocalDate lookBy) {
    if (review != null) {
      earlier = Stream.concat(earlier.stream(), Stream.of(terms)).toList();
    }
    terms = as;
    termsBy = by;
    review = null;
    acknowledgement = null;
    answerBy = null;
    // What the person knows of doesn't hang over them longer because it is put otherwise again.
    reviewBy = known && reviewBy != null ? reviewBy : lookBy;
    confirmedUnder = managerId;
    pause(today);
  }

  public void reviewed(GateReview as, LocalDate answer) {
    review = as;
    answerBy = answer;
    reviewBy = null;
    known = true;
    if (state == RemediationState.PROPOSED) {
      become(RemediationState.HR_REVIEWED);
    }
  }

  /**
   * @param start the day on which it begins, of one that hasn't
   */
  public void acknowledge(Acknowledgement as, LocalDate start, LocalDate today) {
    acknowledgement = as;
    answerBy = null;
    if (state == RemediationState.HR_REVIEWED) {
      startsOn = start;
      become(RemediationState.ACKNOWLEDGED);
    } else {
      resume(today);
    }
  }

  public void start() {
    become(RemediationState.ACTIVE);
  }

  public void accompaniedBy(@Nullable Companion asked) {
    companion = asked;
    companionVersion++;
  }

  public void consent(boolean accepted) {
    companion = Objects.requireNonNull(companion).answering(accepted);
    companionVersion++;
  }

  public void hold(HeldDay day) {
    course = course.with(day);
  }

  public void give(GivenMeans means) {
    course = course.with(means);
  }

  public void confirm() {
    confirmedUnder = managerId;
  }

  public void extend(MoreTime as) {
    extension = as;
    notMet = null;
    become(RemediationState.EXTENDED);
  }

  public void notMet(NotMetSignature signature) {
    notMet = signature;
  }

  public void end(RemediationState as, RemediationEnding with, LocalDate on) {
    become(as);
    ending = with;
    closedOn = on;
    companionVersion++;
  }

  /** Whoever comes has signed nothing, and leads the person from today on. */
  public void reportTo(@Nullable UUID manager, LocalDate today) {
    managerId = manager;
    ledSince = today;
    notMet = null;
  }

  public void hrIs(@Nullable UUID hr) {
    hrId = hr;
  }

  public void leaveBegan(LocalDate since) {
    away = true;
    pause(since);
  }

  /**
   * Days on which nobody knew that they were back aren't counted.
   *
   * @param answer until when the person can answer now
   * @param look until when HR can look at it now
   * @param start the day on which it begins now, of one that hasn't
   */
  public void leaveEnded(
      LocalDate on, LocalDate today, LocalDate answer, LocalDate look, LocalDate start) {
    away = false;
    answerBy = answerBy == null || !answer.isAfter(answerBy) ? answerBy : answer;
    reviewBy = reviewBy == null ? null : later(reviewBy, look);
    if (state == RemediationState.ACKNOWLEDGED && startsOn != null && start.isAfter(startsOn)) {
      startsOn = start;
    }
    resume(later(on, today));
  }

  private void pause(LocalDate since) {
    notMet = null;
    if (state.isRunning()) {
      pauses = pauses.begun(since.isBefore(requireStart()) ? requireStart() : since);
      become(RemediationState.PAUSED);
    }
  }

  private void resume(LocalDate on) {
    if (state == RemediationState.PAUSED && !away && review != null && acknowledgement != null) {
      pauses = pauses.over(on);
      become(extension == null ? RemediationState.ACTIVE : RemediationState.EXTENDED);
    }
  }

  private void become(RemediationState next) {
    state = OF_REMEDIATION.moved(state, next);
  }

  private LocalDate requireStart() {
    return Objects.requireNonNull(startsOn);
  }

  public boolean allows(RemediationStep step) {
    return OF_REMEDIATION.operations(state).contains(step.operation());
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 that names what is allowed instead
   */
  public void require(RemediationStep step) {
    OF_REMEDIATION.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  public long statusSeen() {
    return statusSeen;
  }

  public void statusSeen(long change) {
    statusSeen = change;
  }

  /** Where a day of the plan lies now, pauses counted; empty before it has begun. */
  public Optional<LocalDate> dayOf(int day) {
    return startsOn().map(first -> pauses.moved(first.plusDays(day - 1L), first));
  }

  public Optional<LocalDate> lastDay() {
    return lastDay(terms);
  }

  /** More time that was given late is counted from the day on which it was. */
  public Optional<LocalDate> lastDay(RemediationTerms by) {
    @Nullable MoreTime more = extension;
    return more == null
        ? dayOf(by.days())
        : dayOf(by.days() + more.days())
            .map(day -> later(day, pauses.moved(more.until(), more.from())));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** What the person was told: the terms that are put, or those before as long as HR looks. */
  public RemediationTerms termsTold() {
    return review != null || earlier.isEmpty() ? terms : earlier.get(earlier.size() - 1);
  }

  /**
   * Whether something of the company's was missing or late, or a checkpoint passed, and nobody has
   * given more time for it yet.
   */
  public boolean owesMoreTime(LocalDate today) {
    return extension == null
        && (terms.means().stream().anyMatch(each -> isLate(each, today))
            || !unheld().isEmpty() && lastDay().filter(today::isAfter).isPresent());
  }

  private boolean isLate(OwedMeans means, LocalDate today) {
    LocalDate there = course.givenOn(means).orElse(today);
    return dayOf(means.day()).filter(there::isAfter).isPresent();
  }

  /** What the company hasn't given. */
  public List<OwedMeans> missing() {
    return terms.means().stream().filter(each -> !course.isGiven(each)).toList();
  }

  /** Days on which nobody has looked at it. */
  public List<CheckDay> unheld() {
    return terms.checkpoints().stream().filter(each -> !course.isHeld(each)).toList();
  }

  public boolean managerChanged() {
    return managerId != null && !managerId.equals(confirmedUnder);
  }

  /** Whether HR has still to look at what is put. */
  public boolean awaitsReview() {
    return review == null && state.isOpen();
  }

  /** Whether the person has still to read what is put. */
  public boolean awaitsAnswer() {
    return review != null && acknowledgement == null && state.isOpen();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public long companionVersion() {
    return companionVersion;
  }

  public UUID employeeId() {
    return employeeId;
  }

  public UUID assignmentId() {
    return assignmentId;
  }

  public LocalDate assignmentSince() {
    return assignmentSince;
  }

  public UUID proposedBy() {
    return proposedBy;
  }

  public Optional<UUID> hrId() {
    return Optional.ofNullable(hrId);
  }

  public RemediationState state() {
    return state;
  }

  public boolean isKnown() {
    return known;
  }

  public Optional<UUID> managerId() {
    return Optional.ofNullable(managerId);
  }

  public LocalDate ledSince() {
    return ledSince;
  }

  public RemediationTerms terms() {
    return terms;
  }

  public UUID termsBy() {
    return termsBy;
  }

  public List<RemediationTerms> earlier() {
    return earlier;
  }

  public Optional<Companion> companion() {
    return Optional.ofNullable(companion);
  }

  public Optional<GateReview> review() {
    return Optional.ofNullable(review);
  }

  public Optional<Acknowledgement> acknowledgement() {
    return Optional.ofNullable(acknowledgement);
  }

  public Optional<LocalDate> answerBy() {
    return Optional.ofNullable(answerBy);
  }

  /** Until when HR can look at what is put; empty where nothing waits for it. */
  public Optional<LocalDate> reviewBy() {
    return Optional.ofNullable(reviewBy).filter(day -> awaitsReview());
  }

  public Optional<LocalDate> startsOn() {
    return Optional.ofNullable(startsOn);
  }

  public boolean isAway() {
    return away;
  }

  public Absences pauses() {
    return pauses;
  }

  public RemediationCourse course() {
    return course;
  }

  public Optional<MoreTime> extension() {
    return Optional.ofNullable(extension);
  }

  public Optional<NotMetSignature> notMet() {
    return Optional.ofNullable(notMet);
  }

  public Optional<RemediationEnding> ending() {
    return Optional.ofNullable(ending);
  }

  public LocalDate createdOn() {
    return createdOn;
  }
}
