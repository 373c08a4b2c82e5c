package org.evenhand.review.growth.checkin;

import static org.evenhand.review.growth.checkin.CheckInLifecycle.OF_CHECK_INS;

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
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A conversation of somebody with whoever leads them. Its words are for the two of it. */
@Entity
@Table(name = "check_in")
public class CheckIn {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  /** Since when the assignment held: a rehire begins anew. */
  @Column(name = "assignment_since", updatable = false)
  private LocalDate assignmentSince;

  @Column(name = "manager_id", updatable = false)
  private UUID managerId;

  @Enumerated(EnumType.STRING)
  private CheckInState state;

  @Column(name = "planned_for")
  private LocalDate plannedFor;

  @Column(name = "record_by")
  private LocalDate recordBy;

  @Column(name = "every_weeks")
  private @Nullable Integer everyWeeks;

  /** Whether one of the two is away. */
  private boolean paused;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "employee_part")
  private Part employeePart;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "manager_part")
  private Part managerPart;

  /** Whether the two were no longer a pair before either said anything of it. */
  private boolean parted;

  @Column(name = "created_on", updatable = false)
  private LocalDate createdOn;

  @Column(name = "held_on")
  private @Nullable LocalDate heldOn;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "closed_by")
  private @Nullable UUID closedBy;

  private @Nullable String reason;

  protected CheckIn() {}

  public CheckIn(UUID id, Pair pair, Plan plan, LocalDate today) {
    this.id = id;
    this.employeeId = pair.employeeId();
    this.assignmentId = pair.assignmentId();
    this.assignmentSince = pair.since();
    this.managerId = pair.managerId();
    this.state = OF_CHECK_INS.begun(CheckInState.PLANNED);
    this.employeePart = Part.EMPTY;
    this.managerPart = Part.EMPTY;
    this.createdOn = today;
    this.plannedFor = plan.day();
    this.recordBy = plan.recordBy();
    this.everyWeeks = plan.everyWeeks();
  }

  public void replan(Plan plan) {
    plannedFor = plan.day();
    recordBy = plan.recordBy();
    everyWeeks = plan.everyWeeks();
  }

  public void bring(Party party, List<AgendaItem> agenda) {
    part(party, part(party).withAgenda(agenda));
  }

  public void share(Party party, @Nullable String note) {
    part(party, part(party).withSharedNote(note));
  }

  private void part(Party party, Part part) {
    if (party == Party.EMPLOYEE) {
      employeePart = part;
    } else {
      managerPart = part;
    }
  }

  public void hold(LocalDate on, UUID by, Instant at) {
    close(CheckInState.HELD, by, at);
    heldOn = on;
  }

  public void skip(String why, UUID by, Instant at) {
    close(CheckInState.SKIPPED, by, at);
    reason = why;
  }

  public void miss(Instant at) {
    close(CheckInState.MISSED, null, at);
  }

  /** One of the two was away, as was told later. */
  public void excuse(Instant at) {
    close(CheckInState.SKIPPED, null, at);
  }

  /** The two are no longer a pair. What they have missed stays missed, and nobody's to record. */
  public void dissolve(Instant at) {
    parted = true;
    if (state == CheckInState.PLANNED) {
      close(CheckInState.SKIPPED, null, at);
    }
  }

  private void close(CheckInState as, @Nullable UUID by, Instant at) {
    state = OF_CHECK_INS.moved(state, as);
    closedBy = by;
    closedAt = at;
  }

  public void pause() {
    paused = true;
  }

  public void resume(Plan plan) {
    paused = false;
    replan(plan);
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 that names what is allowed instead
   */
  public void require(CheckInStep step) {
    OF_CHECK_INS.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  /** What the state allows, whoever asks. */
  public List<String> allowed() {
    return OF_CHECK_INS.operations(state);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public Pair pair() {
    return new Pair(employeeId, assignmentId, assignmentSince, managerId);
  }

  public CheckInState state() {
    return state;
  }

  public Plan plan() {
    return new Plan(plannedFor, recordBy, everyWeeks);
  }

  public boolean isPaused() {
    return paused;
  }

  public Part part(Party party) {
    return party == Party.EMPLOYEE ? employeePart : managerPart;
  }

  public LocalDate createdOn() {
    return createdOn;
  }

  public Optional<LocalDate> heldOn() {
    return Optional.ofNullable(heldOn);
  }

  /** Whether the two are to say that it was held, or why not; what is missed is so late. */
  public boolean isAwaited() {
    return state == CheckInState.PLANNED && !paused || state == CheckInState.MISSED && !parted;
  }

  /** Whether one of the two ended it, and not time or a move. */
  public boolean isSettled() {
    return closedBy != null;
  }

  public Optional<UUID> closedBy() {
    return Optional.ofNullable(closedBy);
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
