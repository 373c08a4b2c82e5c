package org.evenhand.review.directory.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One contract of an employee, with the position that it puts them in and the managers it names.
 */
@Entity
@Table(name = "assignment")
public class Assignment {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "employee_id", updatable = false)
  private Employee employee;

  @Column(name = "assignment_id", updatable = false)
  private String assignmentId;

  @Column(name = "main")
  private boolean main;

  @Embedded private Position position;

  @Column(name = "line_manager_id")
  private @Nullable UUID lineManagerId;

  @Column(name = "dotted_manager_id")
  private @Nullable UUID dottedManagerId;

  @Column(name = "started_on")
  private LocalDate startedOn;

  @Column(name = "changed_on")
  private LocalDate changedOn;

  @Column(name = "ended_on")
  private @Nullable LocalDate endedOn;

  protected Assignment() {}

  Assignment(UUID id, Employee employee, String assignmentId, Position position, LocalDate from) {
    this.id = id;
    this.employee = employee;
    this.assignmentId = assignmentId;
    this.position = position;
    this.startedOn = from;
    this.changedOn = from;
  }

  public UUID id() {
    return id;
  }

  /**
   * The holder; readable without a further query wherever the {@link EmployeeRepository} loaded it.
   */
  public Employee employee() {
    return employee;
  }

  /** The HRIS' own id of this contract, unique within the employee. */
  public String assignmentId() {
    return assignmentId;
  }

  /** Whether this is the one that stands for the employee where only one can be shown. */
  public boolean main() {
    return main;
  }

  public Position position() {
    return position;
  }

  public Optional<UUID> lineManagerId() {
    return Optional.ofNullable(lineManagerId);
  }

  public Optional<UUID> dottedManagerId() {
    return Optional.ofNullable(dottedManagerId);
  }

  public LocalDate startedOn() {
    return startedOn;
  }

  /** The day from which on the present position holds. */
  public LocalDate changedOn() {
    return changedOn;
  }

  /** The first day on which it no longer holds. */
  public Optional<LocalDate> endedOn() {
    return Optional.ofNullable(endedOn);
  }

  public boolean open() {
    return endedOn == null;
  }

  public boolean changedAfter(LocalDate day) {
    return changedOn.isAfter(day);
  }

  public Optional<UUID> manager(Relationship relationship) {
    return relationship == Relationship.LINE ? lineManagerId() : dottedManagerId();
  }

  void standForEmployee(boolean stands) {
    main = stands;
  }

  public void move(Position to, LocalDate from) {
    position = to;
    changedOn = from;
  }

  public void reportTo(@Nullable UUID manager, Relationship relationship) {
    if (relationship == Relationship.LINE) {
      lineManagerId = manager;
    } else {
      dottedManagerId = manager;
    }
  }

  public void end(LocalDate on) {
    endedOn = on;
  }

  public void reopen(Position in, LocalDate from) {
    position = in;
    startedOn = from;
    changedOn = from;
    endedOn = null;
  }
}
