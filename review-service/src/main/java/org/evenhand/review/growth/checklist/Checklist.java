package org.evenhand.review.growth.checklist;

import static org.evenhand.review.growth.checklist.ChecklistLifecycle.OF_CHECKLISTS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.review.growth.Absences;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What has to be done for a person in an assignment, copied from a template when it begins. */
@Entity
@Table(name = "checklist")
public class Checklist {

  @Id private UUID id;

  @Version private long version;

  /** Counts what a buddy may see, so that nothing else shows in their ETag. */
  @Column(name = "buddy_version")
  private long buddyVersion;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  /** Since when the assignment held when this began: a rehire begins anew. */
  @Column(name = "assignment_since", updatable = false)
  private LocalDate assignmentSince;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ChecklistKind kind;

  @Column(name = "starts_on", updatable = false)
  private LocalDate startsOn;

  @Column(name = "away_since", updatable = false)
  private @Nullable LocalDate awaySince;

  @Column(name = "begun_by", updatable = false)
  private @Nullable UUID begunBy;

  @Enumerated(EnumType.STRING)
  private ChecklistState state;

  /** To whom the assignment reports, as it was last looked at. */
  @Column(name = "manager_id")
  private @Nullable UUID managerId;

  @Column(name = "buddy_id")
  private @Nullable UUID buddyId;

  /** The last change of the buddy's status before they were named. */
  @Column(name = "buddy_seen")
  private @Nullable Long buddySeen;

  /** Whether the person has left, so that nobody waits for them. */
  private boolean gone;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<ChecklistItem> items = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private Absences absences = Absences.NONE;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ChecklistEnding ending;

  /** The last change of the person's status that was looked at. */
  @Column(name = "status_seen")
  private long statusSeen;

  @Column(name = "created_on", updatable = false)
  private LocalDate createdOn;

  @Column(name = "closed_on")
  private @Nullable LocalDate closedOn;

  protected Checklist() {}

  public Checklist(
      UUID id, Post post, Occasion occasion, List<ChecklistItem> items, LocalDate today) {
    this.id = id;
    this.employeeId = post.employeeId();
    this.assignmentId = post.assignmentId();
    this.assignmentSince = post.since();
    this.kind = occasion.kind();
    this.startsOn = occasion.on();
    this.awaySince = occasion.awaySince();
    this.begunBy = occasion.by();
    this.state = OF_CHECKLISTS.begun(ChecklistState.OPEN);
    this.managerId = post.managerId();
    this.gone = !post.open();
    this.items = List.copyOf(items);
    this.statusSeen = post.statusSeen();
    this.createdOn = today;
  }

  /** Ends the list where nothing else is open. */
  public void close(UUID item, ItemState as, ItemClosing with, LocalDate on) {
    items =
        items.stream().map(each -> each.id().equals(item) ? each.closed(as, with) : each).toList();
    if (item(item).filter(each -> each.owner() == ItemOwner.BUDDY).isPresent()) {
      buddyVersion++;
    }
    if (items.stream().noneMatch(ChecklistItem::isOpen)) {
      become(ChecklistState.DONE, on);
    }
  }

  /**
   * @param seen the last change of the buddy's status
   */
  public void accompaniedBy(UUID buddy, long seen) {
    buddyId = buddy;
    buddySeen = seen;
    buddyVersion++;
  }

  public void accompaniedByNobody() {
    buddyId = null;
    buddySeen = null;
    buddyVersion++;
  }

  public void cancel(ChecklistEnding as, LocalDate on) {
    ending = as;
    become(ChecklistState.CANCELLED, on);
  }

  public void lapse(ChecklistEnding as, LocalDate on) {
    ending = as;
    become(ChecklistState.LAPSED, on);
  }

  private void become(ChecklistState next, LocalDate on) {
    state = OF_CHECKLISTS.moved(state, next);
    closedOn = on;
    buddyVersion++;
  }

  public void reportTo(@Nullable UUID manager) {
    managerId = manager;
  }

  public void left() {
    gone = true;
  }

  /** A buddy sees nothing else by it, and so isn't told. */
  public void leaveBegan(LocalDate since) {
    absences = absences.begun(since);
  }

  public void leaveEnded(LocalDate on) {
    absences = absences.over(on);
    buddyVersion++;
  }

  public void statusSeen(long change) {
    statusSeen = change;
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 that names what is allowed instead
   */
  public void require(ChecklistStep step) {
    OF_CHECKLISTS.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  public boolean isOpen() {
    return state == ChecklistState.OPEN;
  }

  /** While the person is away nobody waits for anything; who leaves is waited for by day. */
  public boolean isPaused() {
    return absences.isAway() && kind != ChecklistKind.LEAVING;
  }

  public boolean isAway() {
    return absences.isAway();
  }

  public boolean isGone() {
    return gone;
  }

  /** The last day of an item, as it is now: a leave has moved it. */
  public LocalDate dueOn(ChecklistItem item) {
    return kind == ChecklistKind.LEAVING ? item.dueOn() : absences.moved(item.dueOn(), createdOn);
  }

  public LocalDate lastDay() {
    return items.stream().map(this::dueOn).max(Comparator.naturalOrder()).orElse(startsOn);
  }

  public Optional<ChecklistItem> item(UUID item) {
    return items.stream().filter(each -> each.id().equals(item)).findFirst();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public long buddyVersion() {
    return buddyVersion;
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

  public ChecklistKind kind() {
    return kind;
  }

  public LocalDate startsOn() {
    return startsOn;
  }

  public Optional<LocalDate> awaySince() {
    return Optional.ofNullable(awaySince);
  }

  public Optional<UUID> begunBy() {
    return Optional.ofNullable(begunBy);
  }

  public ChecklistState state() {
    return state;
  }

  public Optional<UUID> managerId() {
    return Optional.ofNullable(managerId);
  }

  public Optional<UUID> buddyId() {
    return Optional.ofNullable(buddyId);
  }

  public List<ChecklistItem> items() {
    return items;
  }

  public Optional<ChecklistEnding> ending() {
    return Optional.ofNullable(ending);
  }

  public LocalDate createdOn() {
    return createdOn;
  }
}
