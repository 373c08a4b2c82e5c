package org.evenhand.review.growth.checkin.action;

import static org.evenhand.review.growth.checkin.action.ActionLifecycle.CLOSING;
import static org.evenhand.review.growth.checkin.action.ActionLifecycle.OF_ACTIONS;

import jakarta.persistence.Column;
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
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.checkin.Party;
import org.jspecify.annotations.Nullable;

/**
 * What one of two has promised the other. It goes along when somebody else comes to lead the
 * person, who then owes it or is owed it.
 */
@Entity
@Table(name = "check_in_action")
public class CheckInAction {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  @Column(name = "assignment_since", updatable = false)
  private LocalDate assignmentSince;

  @Column(name = "manager_id")
  private @Nullable UUID managerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "owed_by", updatable = false)
  private Party owedBy;

  @Column(updatable = false)
  private String title;

  @Column(name = "due_on", updatable = false)
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private ActionState state;

  /** Whether whoever owes it is away. */
  private boolean paused;

  @Column(name = "closed_by")
  private @Nullable UUID closedBy;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  private @Nullable String reason;

  protected CheckInAction() {}

  CheckInAction(UUID id, Pair pair, Party owedBy, String title, LocalDate dueOn) {
    this.id = id;
    this.employeeId = pair.employeeId();
    this.assignmentId = pair.assignmentId();
    this.assignmentSince = pair.since();
    this.managerId = pair.managerId();
    this.owedBy = owedBy;
    this.title = title;
    this.dueOn = dueOn;
    this.state = OF_ACTIONS.begun(ActionState.OPEN);
  }

  void done(UUID by, Instant at) {
    close(ActionState.DONE, by, at);
  }

  void drop(String why, UUID by, Instant at) {
    close(ActionState.DROPPED, by, at);
    reason = why;
  }

  /** The assignment is over. */
  void lapse(Instant at) {
    close(ActionState.DROPPED, null, at);
  }

  private void close(ActionState as, @Nullable UUID by, Instant at) {
    state = OF_ACTIONS.moved(state, as);
    closedBy = by;
    closedAt = at;
  }

  /**
   * @param away whether whoever owes it then is
   */
  void passTo(@Nullable UUID manager, boolean away) {
    managerId = manager;
    paused = away;
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409
   */
  void requireOpen() {
    OF_ACTIONS.require(state, CLOSING, CommonProblem.STATE_CONFLICT);
  }

  /** As which of the two somebody acts. */
  Optional<Party> party(UUID person) {
    if (person.equals(employeeId)) {
      return Optional.of(Party.EMPLOYEE);
    }
    return person.equals(managerId) ? Optional.of(Party.MANAGER) : Optional.empty();
  }

  /** Who owes it; empty where nobody leads the person who is owed it. */
  public Optional<UUID> holder() {
    return owedBy == Party.EMPLOYEE ? Optional.of(employeeId) : managerId();
  }

  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID employeeId() {
    return employeeId;
  }

  Optional<UUID> managerId() {
    return Optional.ofNullable(managerId);
  }

  public Party owedBy() {
    return owedBy;
  }

  String title() {
    return title;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public ActionState state() {
    return state;
  }

  public boolean isPaused() {
    return paused;
  }

  Optional<UUID> closedBy() {
    return Optional.ofNullable(closedBy);
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
