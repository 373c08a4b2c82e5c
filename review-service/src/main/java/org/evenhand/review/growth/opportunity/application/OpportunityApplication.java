package org.evenhand.review.growth.opportunity.application;

import static org.evenhand.review.growth.opportunity.application.ApplicationLifecycle.OF_APPLICATIONS;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.opportunity.application.Verdict.Reason;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That somebody would like to have what an opportunity offers, and what comes of it. */
@Entity
@Table(name = "opportunity_application")
public class OpportunityApplication {

  /** How many assess each. */
  public static final int ASSESSMENTS = 2;

  @Id private UUID id;
  @Version private long version;

  /** Counts what the applicant may see, so that nothing else shows in their ETag. */
  @Column(name = "told_version")
  private long toldVersion;

  @Column(name = "opportunity_id", updatable = false)
  private UUID opportunityId;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  /** The last change of the person's status that was looked at. */
  @Column(name = "status_seen")
  @OptimisticLock(excluded = true)
  private long statusSeen;

  @Column(name = "submitted_at", updatable = false)
  private Instant submittedAt;

  @Enumerated(EnumType.STRING)
  private ApplicationState state;

  @Enumerated(EnumType.STRING)
  private Reached reached;

  private @Nullable String statement;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Assessment> assessments = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Verdict verdict;

  /** What kept it from being eligible, where somebody found that it isn't. */
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Reason hindrance;

  /**
   * Of an offer alone. That it moves is told to those who may know of a leave, and moves nothing.
   */
  @OptimisticLock(excluded = true)
  @Embedded
  private @Nullable AnswerTime answerTime;

  protected OpportunityApplication() {}

  public OpportunityApplication(
      UUID id, UUID opportunity, Applicant applicant, @Nullable String statement, Instant at) {
    this.id = id;
    this.opportunityId = opportunity;
    this.employeeId = applicant.employeeId();
    this.assignmentId = applicant.assignmentId();
    this.statusSeen = applicant.statusSeen();
    this.statement = statement;
    this.submittedAt = at;
    this.state = OF_APPLICATIONS.begun(ApplicationState.ELIGIBLE);
    this.reached = Reached.APPLIED;
  }

  /** Of what is withdrawn nobody keeps the words. */
  public void withdraw() {
    become(ApplicationState.WITHDRAWN);
    statement = null;
    assessments = List.of();
    verdict = null;
  }

  public void declareNotEligible(Reason because) {
    become(ApplicationState.NOT_ELIGIBLE);
    hindrance = because;
  }

  public void assess(Assessment assessment) {
    assessments = Stream.concat(assessments.stream(), Stream.of(assessment)).toList();
    if (assessments.size() >= ASSESSMENTS && assessments.stream().anyMatch(Assessment::hr)) {
      become(ApplicationState.ASSESSED);
      reached = Reached.ASSESSED;
    }
  }

  public void decide(Verdict as) {
    verdict = as;
  }

  /**
   * All are told now.
   *
   * @param lastDay on which an offer can be answered
   * @param away whether the applicant is on leave
   */
  public void tell(LocalDate today, LocalDate lastDay, boolean away) {
    boolean selected = isSelected();
    answerTime = selected ? AnswerTime.begun(today, lastDay, away) : null;
    become(selected ? ApplicationState.OFFERED : ApplicationState.NOT_SELECTED);
    reached = selected ? Reached.SELECTED : reached;
  }

  public void statusSeen(long change) {
    statusSeen = change;
  }

  /**
   * While an offer waits for their answer.
   *
   * @param offeredOn the day of the offer, which doesn't count
   */
  public void leaveBegan(LocalDate since, LocalDate offeredOn) {
    answerTime = Objects.requireNonNull(answerTime).stopped(since, offeredOn.plusDays(1));
  }

  public void leaveEnded(LocalDate back, LocalDate today, WorkingDays days) {
    answerTime = Objects.requireNonNull(answerTime).resumed(back, today, days);
  }

  /** Whether an offer waits until the applicant is back. */
  public boolean standsStill() {
    return answerTime().filter(AnswerTime::standsStill).isPresent();
  }

  /** What it was for is withdrawn, and says why. */
  public void endWithOpportunity() {
    become(ApplicationState.NOT_SELECTED);
    verdict = null;
  }

  public void answer(boolean accepted) {
    become(accepted ? ApplicationState.ACCEPTED : ApplicationState.DECLINED);
  }

  private void become(ApplicationState next) {
    state = OF_APPLICATIONS.moved(state, next);
    toldVersion++;
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  public void require(ApplicationStep step) {
    OF_APPLICATIONS.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  public boolean allows(ApplicationStep step) {
    return OF_APPLICATIONS.operations(state).contains(step.operation());
  }

  public boolean isAssessedBy(UUID person) {
    return assessments.stream().anyMatch(each -> each.by().equals(person));
  }

  public boolean isSelected() {
    return verdict != null && verdict.selected();
  }

  /** Whether the applicant has learnt what became of it. */
  public boolean isTold() {
    return state == ApplicationState.OFFERED
        || state == ApplicationState.ACCEPTED
        || state == ApplicationState.DECLINED
        || state == ApplicationState.NOT_SELECTED;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public long toldVersion() {
    return toldVersion;
  }

  public UUID opportunityId() {
    return opportunityId;
  }

  public UUID employeeId() {
    return employeeId;
  }

  public UUID assignmentId() {
    return assignmentId;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public ApplicationState state() {
    return state;
  }

  public Reached reached() {
    return reached;
  }

  public Optional<String> statement() {
    return Optional.ofNullable(statement);
  }

  public List<Assessment> assessments() {
    return assessments;
  }

  public Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  /** Of an offer alone. */
  public Optional<AnswerTime> answerTime() {
    return Optional.ofNullable(answerTime);
  }

  public Optional<Reason> hindrance() {
    return Optional.ofNullable(hindrance);
  }
}
