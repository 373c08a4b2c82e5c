package org.evenhand.review.growth.goal;

import static java.util.Objects.requireNonNull;
import static org.evenhand.review.growth.goal.GoalLifecycle.OF_GOALS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to reach in an assignment. Its terms are signed by both sides; a change is
 * signed anew, and leaves what was agreed in force until then.
 */
@Entity
@Table(name = "goal")
public class Goal {

  private static final int MOST_NOTES = 200;

  @Id private UUID id;

  @Version private long version;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  @Column(name = "author_id", updatable = false)
  private UUID authorId;

  @Enumerated(EnumType.STRING)
  private GoalState state;

  @Column(name = "parent_id")
  private @Nullable UUID parentId;

  @Column(name = "library_id", updatable = false)
  private @Nullable UUID libraryId;

  @Column(name = "carried_from", updatable = false)
  private @Nullable UUID carriedFrom;

  /** To whom the assignment reports, as it was last looked at. */
  @Column(name = "manager_id")
  private @Nullable UUID managerId;

  /** To whom it reported when this was agreed or confirmed. */
  @Column(name = "agreed_under_id")
  private @Nullable UUID agreedUnderId;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Proposal proposal;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<AgreedVersion> versions = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Progress> progress = List.of();

  @Column(name = "revisit_on")
  private @Nullable LocalDate revisitOn;

  private int revisits;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Absence absence;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Closing closing;

  /** Since when the assignment held when this was drafted: a rehire begins anew. */
  @Column(name = "assignment_since", updatable = false)
  private LocalDate assignmentSince;

  /** Whether anybody but its author ever knew of it; queries ask for it. */
  @Column(name = "proposed")
  private boolean proposed;

  /** The last change of the person's status that was looked at. */
  @Column(name = "status_seen")
  private long statusSeen;

  @Column(name = "created_on", updatable = false)
  private LocalDate createdOn;

  @Column(name = "closed_on")
  private @Nullable LocalDate closedOn;

  protected Goal() {}

  /**
   * What a goal comes from, beside its author.
   *
   * @param libraryId the entry of the library that it follows
   * @param carriedFrom the goal that it goes on with
   */
  public record Source(@Nullable UUID libraryId, @Nullable UUID carriedFrom) {

    public static final Source OWN = new Source(null, null);
  }

  /** A draft, which its author alone knows of. */
  public Goal(
      UUID id,
      Post post,
      UUID author,
      Source source,
      GoalTerms terms,
      LocalDate today,
      Instant at) {
    this.id = id;
    this.employeeId = post.employeeId();
    this.assignmentId = post.assignmentId();
    this.authorId = author;
    this.libraryId = source.libraryId();
    this.carriedFrom = source.carriedFrom();
    this.managerId = post.managerId();
    this.state = OF_GOALS.begun(GoalState.DRAFT);
    this.proposal = Proposal.unsigned(terms, null, at);
    this.assignmentSince = post.since();
    this.statusSeen = post.statusSeen();
    this.createdOn = today;
  }

  public void link(@Nullable UUID parent) {
    parentId = parent;
  }

  /**
   * @param side whose proposal it is; null for HR, whose proposal both sides have to agree to
   */
  public void propose(@Nullable AgreementSide side, Signature signature) {
    Proposal drafted = requireProposal().put(signature.at());
    proposal = side == null ? drafted : drafted.signed(side, signature);
    proposed = true;
    become(GoalState.PROPOSED);
  }

  /**
   * Other terms, in the place of those that are not agreed yet. The other side's signature under
   * those falls away; what is agreed holds until both have signed.
   *
   * @param side null for a draft, and for HR's proposal
   */
  public void change(
      GoalTerms terms, @Nullable AgreementSide side, @Nullable String reason, Signature signature) {
    Proposal changed = Proposal.unsigned(terms, reason, signature.at()).counted(isCountedOn());
    proposal = side == null || state == GoalState.DRAFT ? changed : changed.signed(side, signature);
  }

  /**
   * @param late whether goals had to be set before
   * @param revisitBy the day of the first look back, where none is set
   * @return whether both sides have signed now
   */
  public boolean agree(AgreementSide side, Signature signature, boolean late, LocalDate revisitBy) {
    Proposal signed = requireProposal().signed(side, signature);
    proposal = signed;
    if (!signed.signatures().isComplete()) {
      return false;
    }
    AgreedVersion agreed =
        new AgreedVersion(
            versions.size() + 1,
            signed.terms(),
            signed.signatures(),
            signed.reason(),
            signature.at(),
            late);
    versions = Stream.concat(versions.stream(), Stream.of(agreed)).toList();
    proposal = null;
    // Whoever came since then has stood by nothing yet.
    agreedUnderId = requireNonNull(signed.signatures().manager()).under();
    revisitOn = revisitOn == null ? revisitBy : revisitOn;
    absence = absence == null ? null : absence.agreedAnew(signed.at());
    if (state != GoalState.AGREED) {
      become(GoalState.AGREED);
    }
    return true;
  }

  /** What was agreed stays. */
  public void refuseChange() {
    proposal = null;
  }

  /** Another goal was agreed on with the weight that waits here. */
  public void countOn() {
    proposal = proposal == null ? null : proposal.counted(true);
  }

  /** Whether others were weighed with what waits here, so that it can't just go. */
  public boolean isCountedOn() {
    return proposal != null && proposal.counted();
  }

  /**
   * @throws Problem 422 when there are as many notes as a goal holds
   */
  public void note(Progress noted) {
    boolean ofProgress = noted.health() != null;
    if (progress.stream().filter(each -> (each.health() != null) == ofProgress).count()
        >= MOST_NOTES) {
      throw Problem.of(
          CommonProblem.RULE_VIOLATED,
          "A goal holds "
              + MOST_NOTES
              + (ofProgress ? " notes on how it goes" : " notes on looking at it again")
              + ", no more.");
    }
    progress = Stream.concat(progress.stream(), Stream.of(noted)).toList();
  }

  /**
   * Without words it can always be recorded, since both owe it.
   *
   * @throws Problem 422 when there are as many words as a goal holds
   */
  public void revisit(LocalDate next, Progress noted) {
    if (noted.note() != null) {
      note(noted);
    }
    revisitOn = next;
    revisits++;
  }

  /** Whoever leads the person now stands by what their predecessor agreed to. */
  public void confirm() {
    agreedUnderId = managerId;
  }

  public void close(Closing as, LocalDate on) {
    become(as.outcome().state());
    closing = as;
    closedOn = on;
    // What never was agreed keeps its last terms, so that it still says what it was about.
    proposal = versions.isEmpty() ? proposal : null;
  }

  public void remark(Closing.Remark remark) {
    closing = Optional.ofNullable(closing).orElseThrow().with(remark);
  }

  public void reportTo(@Nullable UUID manager) {
    managerId = manager;
  }

  public void leaveBegan(LocalDate since) {
    absence = Absence.begun(since);
  }

  /**
   * Who was back before this was drafted was never away from it. Where nobody knows the zone, the
   * day on which it was drafted may be a day ahead.
   *
   * @param from from when on terms are put by somebody who knows of it
   */
  public void leaveEnded(LocalDate on, Instant from) {
    Absence ended = Optional.ofNullable(absence).orElseThrow().over(on, from);
    absence = on.isBefore(createdOn.minusDays(1)) ? null : ended;
  }

  public void statusSeen(long change) {
    statusSeen = change;
  }

  private void become(GoalState next) {
    state = OF_GOALS.moved(state, next);
  }

  private Proposal requireProposal() {
    return Optional.ofNullable(proposal).orElseThrow();
  }

  /** What the state allows, whoever asks. */
  public Set<GoalAction> allowed() {
    Set<GoalAction> actions = EnumSet.noneOf(GoalAction.class);
    List<String> operations = OF_GOALS.operations(state);
    for (GoalAction action : GoalAction.values()) {
      if (operations.contains(action.operation()) && isReadyFor(action)) {
        actions.add(action);
      }
    }
    return actions;
  }

  private boolean isReadyFor(GoalAction action) {
    return switch (action) {
      case AGREEMENT, REFUSAL -> proposal != null;
      case CONFIRMATION -> managerChanged();
      case REMARK -> closing != null && closing.by() != null && closing.remark() == null;
      default -> true;
    };
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  public void require(GoalAction action) {
    Set<GoalAction> allowed = allowed();
    if (!allowed.contains(action)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "A goal that is " + state + " does not allow " + action.operation() + " now.")
          .allowing(allowed.stream().map(GoalAction::operation).toList());
    }
  }

  /** Whether somebody else leads the person than when it was agreed. */
  public boolean managerChanged() {
    return managerId != null && !managerId.equals(agreedUnderId);
  }

  /** Whether whoever leads the person now has put it otherwise. */
  public boolean managerProposes() {
    return proposal != null && proposal.isOf(AgreementSide.MANAGER, managerId);
  }

  /** Whether the manager has put a target for the time at work. */
  public boolean managerRenews() {
    return managerProposes() && absence != null && absence.isFollowedBy(requireProposal().at());
  }

  public boolean isAway() {
    return absence != null && absence.isRunning();
  }

  /** Whether the target is from before an absence, so that nobody can have missed it. */
  public boolean isOfAbsence() {
    return absence != null && !absence.renewed();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID employeeId() {
    return employeeId;
  }

  public UUID assignmentId() {
    return assignmentId;
  }

  public UUID authorId() {
    return authorId;
  }

  public GoalState state() {
    return state;
  }

  public Optional<UUID> parentId() {
    return Optional.ofNullable(parentId);
  }

  public Optional<UUID> libraryId() {
    return Optional.ofNullable(libraryId);
  }

  public Optional<UUID> carriedFrom() {
    return Optional.ofNullable(carriedFrom);
  }

  public Optional<UUID> managerId() {
    return Optional.ofNullable(managerId);
  }

  public Optional<UUID> agreedUnderId() {
    return Optional.ofNullable(agreedUnderId);
  }

  public Optional<Proposal> proposal() {
    return Optional.ofNullable(proposal);
  }

  public List<AgreedVersion> versions() {
    return versions;
  }

  public Optional<AgreedVersion> agreed() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /** What is agreed; of what isn't yet, what is proposed; of what never was, what was last. */
  public GoalTerms terms() {
    return agreed().map(AgreedVersion::terms).orElseGet(() -> requireProposal().terms());
  }

  /** What would count once everything proposed is agreed. */
  public GoalTerms termsToCome() {
    return proposal == null ? terms() : proposal.terms();
  }

  public List<Progress> progress() {
    return progress;
  }

  /** What was last said of how it goes. */
  public Optional<Health> health() {
    return progress.stream()
        .flatMap(each -> Stream.ofNullable(each.health()))
        .reduce((first, second) -> second);
  }

  public Optional<LocalDate> revisitOn() {
    return Optional.ofNullable(revisitOn);
  }

  /** How often both have looked at it again. */
  public int revisits() {
    return revisits;
  }

  public Optional<Absence> absence() {
    return Optional.ofNullable(absence);
  }

  public Optional<Closing> closing() {
    return Optional.ofNullable(closing);
  }

  public LocalDate createdOn() {
    return createdOn;
  }

  public Optional<LocalDate> closedOn() {
    return Optional.ofNullable(closedOn);
  }
}
