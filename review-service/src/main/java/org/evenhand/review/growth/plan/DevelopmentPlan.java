package org.evenhand.review.growth.plan;

import static java.util.Objects.requireNonNull;
import static org.evenhand.review.growth.plan.PlanLifecycle.OF_PLANS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.growth.Absences;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.plan.terms.Gap;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What somebody will learn in an assignment, and what the company owes for it. Its terms are signed
 * by both sides; a change is signed anew, and leaves what was agreed in force until then.
 */
@Entity
@Table(name = "development_plan")
public class DevelopmentPlan {

  @Id private UUID id;
  @Version private long version;

  /** Counts what those may see who read no text, so that nothing else shows in their ETag. */
  @Column(name = "outline_version")
  private long outlineVersion;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  /** Since when the assignment held when this began: a rehire begins anew. */
  @Column(name = "assignment_since", updatable = false)
  private LocalDate assignmentSince;

  @Column(name = "author_id", updatable = false)
  private @Nullable UUID authorId;

  @Column(name = "review_id", updatable = false)
  private @Nullable UUID reviewId;

  @Column(name = "shared_on", updatable = false)
  private @Nullable LocalDate sharedOn;

  @Column(name = "carried_from", updatable = false)
  private @Nullable UUID carriedFrom;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private List<Gap> gaps = List.of();

  @Enumerated(EnumType.STRING)
  private PlanState state;

  /** Whether anybody but its author ever knew of it. */
  private boolean known;

  /** To whom the assignment reports, as it was last looked at. */
  @Column(name = "manager_id")
  private @Nullable UUID managerId;

  /** To whom it reported when this was agreed or confirmed. */
  @Column(name = "agreed_under_id")
  private @Nullable UUID agreedUnderId;

  private @Nullable String wish;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable PlanProposal proposal;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<PlanVersion> versions = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private PlanCourse course = PlanCourse.NONE;

  @JdbcTypeCode(SqlTypes.JSON)
  private Absences absences = Absences.NONE;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable PlanClosing closing;

  /** The last change of the person's status that was looked at. */
  @Column(name = "status_seen")
  private long statusSeen;

  @Column(name = "created_on", updatable = false)
  private LocalDate createdOn;

  @Column(name = "closed_on")
  private @Nullable LocalDate closedOn;

  protected DevelopmentPlan() {}

  /**
   * A draft.
   *
   * @param terms null where nobody has put any yet
   */
  public DevelopmentPlan(
      UUID id,
      Post post,
      PlanOrigin origin,
      @Nullable PlanTerms terms,
      LocalDate today,
      Instant at) {
    this.id = id;
    this.employeeId = post.employeeId();
    this.assignmentId = post.assignmentId();
    this.assignmentSince = post.since();
    this.authorId = origin.author();
    this.reviewId = origin.reviewId();
    this.sharedOn = origin.sharedOn();
    this.carriedFrom = origin.carriedFrom();
    this.gaps = origin.gaps();
    this.known = origin.author() == null;
    this.managerId = post.managerId();
    this.state = OF_PLANS.begun(PlanState.DRAFT);
    this.proposal = terms == null ? null : PlanProposal.unsigned(terms, null, today, at);
    this.statusSeen = post.statusSeen();
    this.createdOn = today;
  }

  /** What the person themself would like to learn; nobody signs it. */
  public void wish(@Nullable String text) {
    wish = text;
  }

  public void propose(AgreementSide side, Signature signature, LocalDate today) {
    PlanTerms drafted = proposedTerms().orElseThrow();
    proposal = PlanProposal.unsigned(drafted, null, today, signature.at()).signed(side, signature);
    known = true;
    become(PlanState.PROPOSED);
  }

  /**
   * Other terms, in the place of those that are not agreed yet. The other side's signature under
   * those falls away; what is agreed holds until both have signed.
   */
  public void change(
      PlanTerms terms,
      AgreementSide side,
      @Nullable String reason,
      Signature signature,
      LocalDate today) {
    PlanProposal changed = PlanProposal.unsigned(terms, reason, today, signature.at());
    proposal = state == PlanState.DRAFT ? changed : changed.signed(side, signature);
  }

  /**
   * @return whether both sides have signed now
   */
  public boolean agree(AgreementSide side, Signature signature) {
    PlanProposal signed = requireProposal().signed(side, signature);
    proposal = signed;
    if (!signed.signatures().isComplete()) {
      return false;
    }
    PlanVersion agreed =
        new PlanVersion(
            versions.size() + 1,
            signed.terms(),
            signed.signatures(),
            signed.reason(),
            signed.on(),
            signature.at());
    versions = Stream.concat(versions.stream(), Stream.of(agreed)).toList();
    proposal = null;
    // Whoever came since then has stood by nothing yet.
    agreedUnderId = requireNonNull(signed.signatures().manager()).under();
    if (state == PlanState.PROPOSED) {
      become(absences.isAway() ? PlanState.PAUSED : PlanState.ACTIVE);
    } else {
      outlineVersion++;
    }
    return true;
  }

  /** What was agreed stays; what is owed stays a draft; what somebody began by themself ends. */
  public void withdraw(PlanClosing as, LocalDate on) {
    if (state.isAgreed()) {
      proposal = null;
    } else if (state == PlanState.PROPOSED && isOwed()) {
      proposal = requireProposal().withdrawn();
      become(PlanState.DRAFT);
    } else {
      end(PlanState.WITHDRAWN, as, on);
    }
  }

  /** Whoever leads the person now stands by what their predecessor agreed to. */
  public void confirm() {
    agreedUnderId = managerId;
  }

  public void end(EndedAction action) {
    course = course.with(action);
  }

  public void hold(HeldCheckpoint checkpoint) {
    course = course.with(checkpoint);
  }

  public void deliver(Delivery delivery) {
    course = course.with(delivery);
    outlineVersion++;
  }

  public void end(PlanState as, PlanClosing closed, LocalDate on) {
    become(as);
    closing = closed;
    closedOn = on;
    // What never was agreed keeps its last terms, so that it still says what it was about.
    proposal = versions.isEmpty() ? proposal : null;
  }

  /** What ended with its assignment is nobody's fault. */
  public void endWithAssignment(LocalDate on, Instant at) {
    end(
        versions.isEmpty() ? PlanState.WITHDRAWN : PlanState.CLOSED_UNMET,
        new PlanClosing(versions.isEmpty() ? null : UnmetCause.CIRCUMSTANCE, null, null, at),
        on);
  }

  /** A draft for the time to come, of what isn't ended; nobody has to remember it. */
  public DevelopmentPlan next(
      UUID nextId, Post post, PlanTerms terms, LocalDate today, Instant at) {
    DevelopmentPlan next =
        new DevelopmentPlan(nextId, post, PlanOrigin.after(this), terms, today, at);
    next.wish = wish;
    return next;
  }

  public void reportTo(@Nullable UUID manager) {
    managerId = manager;
  }

  public void leaveBegan(LocalDate since) {
    absences = absences.begun(since);
    if (state == PlanState.ACTIVE) {
      become(PlanState.PAUSED);
    }
  }

  public void leaveEnded(LocalDate on) {
    absences = absences.over(on);
    if (state == PlanState.PAUSED) {
      become(PlanState.ACTIVE);
    }
  }

  public void statusSeen(long change) {
    statusSeen = change;
  }

  private void become(PlanState next) {
    state = OF_PLANS.moved(state, next);
    outlineVersion++;
  }

  private PlanProposal requireProposal() {
    return Optional.ofNullable(proposal).orElseThrow();
  }

  /** What the state allows, whoever asks. */
  public Set<PlanStep> allowed() {
    return new AllowedSteps(this).all();
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 that names what is allowed instead
   */
  public void require(PlanStep step) {
    new AllowedSteps(this).require(step);
  }

  /**
   * Whether it came of a result or of another plan, so that it waits for somebody to propose it.
   */
  public boolean isOwed() {
    return authorId == null;
  }

  /** Whether somebody else leads the person than when it was agreed. */
  public boolean managerChanged() {
    return managerId != null && !managerId.equals(agreedUnderId);
  }

  /** Whether whoever leads the person now has put it otherwise. */
  public boolean managerProposes() {
    return proposal != null && proposal.isOf(AgreementSide.MANAGER, managerId);
  }

  public boolean isAway() {
    return absences.isAway();
  }

  /** Whether the person has been away since that day or before, and is so now. */
  public boolean isAwayOn(LocalDate day) {
    return absences.isAwayOn(day);
  }

  /** What is agreed, on the days on which it is now; empty of what isn't agreed yet. */
  public Optional<PlanTerms> agreedTerms() {
    return agreed().map(version -> moved(version.terms(), version.put()));
  }

  /** What waits for a signature, on the days on which it is now. */
  public Optional<PlanTerms> proposedTerms() {
    return proposal().map(open -> moved(open.terms(), open.on()));
  }

  /** What is agreed, else what is proposed; empty where nobody has put anything yet. */
  public Optional<PlanTerms> terms() {
    return agreedTerms().or(this::proposedTerms);
  }

  private PlanTerms moved(PlanTerms terms, LocalDate put) {
    return terms.moved(day -> absences.moved(day, put));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public long outlineVersion() {
    return outlineVersion;
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

  public PlanState state() {
    return state;
  }

  public boolean isKnown() {
    return known;
  }

  public Optional<UUID> reviewId() {
    return Optional.ofNullable(reviewId);
  }

  public Optional<LocalDate> sharedOn() {
    return Optional.ofNullable(sharedOn);
  }

  public Optional<UUID> carriedFrom() {
    return Optional.ofNullable(carriedFrom);
  }

  public List<Gap> gaps() {
    return gaps;
  }

  public Optional<UUID> managerId() {
    return Optional.ofNullable(managerId);
  }

  public Optional<String> wish() {
    return Optional.ofNullable(wish);
  }

  public Optional<PlanProposal> proposal() {
    return Optional.ofNullable(proposal);
  }

  public List<PlanVersion> versions() {
    return versions;
  }

  public Optional<PlanVersion> agreed() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  public PlanCourse course() {
    return course;
  }

  public Optional<PlanClosing> closing() {
    return Optional.ofNullable(closing);
  }

  public LocalDate createdOn() {
    return createdOn;
  }

  /** The day on which it ended, at the person's place. */
  public Optional<LocalDate> closedOn() {
    return Optional.ofNullable(closedOn);
  }
}
