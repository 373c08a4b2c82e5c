package org.evenhand.review.directory.people;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who works here, or did, as the HRIS last told us; with all their assignments. */
@Entity
@Table(name = "employee")
public class Employee {

  private static final Comparator<Assignment> OLDEST_OPEN =
      Comparator.comparing(Assignment::open)
          .reversed()
          .thenComparing(Assignment::startedOn)
          .thenComparing(Assignment::assignmentId);

  @Id private UUID id;

  /** Starts at 1, so that it serves as the sequence of the events. */
  @Version
  @Column(name = "version")
  private long version = 1;

  @Column(name = "external_id", updatable = false)
  private String externalId;

  @Embedded private Person person;

  @Column(name = "hired_on")
  private LocalDate hiredOn;

  @Column(name = "terminated_on")
  private @Nullable LocalDate terminatedOn;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  /** The unit of the main assignment, by which people are found beside their names. */
  @Column(name = "org_unit")
  private String orgUnit = "";

  @OneToMany(mappedBy = "employee", cascade = CascadeType.DETACH, fetch = FetchType.LAZY)
  @OrderBy("startedOn, assignmentId")
  private List<Assignment> assignments = new ArrayList<>();

  protected Employee() {}

  public Employee(UUID id, String externalId, Person person, LocalDate hiredOn, Instant now) {
    this.id = id;
    this.externalId = externalId;
    this.person = person;
    this.hiredOn = hiredOn;
    this.recordedAt = now;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** The id that the HRIS knows the person by, also the claim {@code employee_id} of a token. */
  public String externalId() {
    return externalId;
  }

  public Person person() {
    return person;
  }

  /** Given and family name, in this order. */
  public String name() {
    return name(person.givenName(), person.familyName());
  }

  public static String name(String givenName, String familyName) {
    return (givenName + " " + familyName).strip();
  }

  public EmploymentStatus status() {
    return person.status();
  }

  public LocalDate hiredOn() {
    return hiredOn;
  }

  /** The first day on which the person no longer works here. */
  public Optional<LocalDate> terminatedOn() {
    return Optional.ofNullable(terminatedOn);
  }

  public List<Assignment> assignments() {
    return List.copyOf(assignments);
  }

  /** The assignment that stands for the person where only one can be shown. */
  public Assignment main() {
    return assignments.stream().filter(Assignment::main).findFirst().orElseThrow();
  }

  public boolean left() {
    return status() == EmploymentStatus.TERMINATED;
  }

  /** The assignment of this id; the main one where a row names none. */
  public Optional<Assignment> assignment(Optional<String> assignmentId) {
    return assignments.stream()
        .filter(a -> assignmentId.map(a.assignmentId()::equals).orElse(a.main()))
        .findFirst();
  }

  public Assignment begin(UUID assignment, String assignmentId, Position position, LocalDate from) {
    Assignment begun = new Assignment(assignment, this, assignmentId, position, from);
    assignments.add(begun);
    return begun;
  }

  public void describe(Person as) {
    person = as;
  }

  public void hiredBy(LocalDate day) {
    hiredOn = day.isBefore(hiredOn) ? day : hiredOn;
  }

  public void hiredSince(LocalDate day) {
    hiredOn = day;
  }

  public void leave(LocalDate on) {
    terminatedOn = on;
    person =
        new Person(
            person.givenName(), person.familyName(), person.email(), EmploymentStatus.TERMINATED);
  }

  public void comeBack(Person as, LocalDate on) {
    person = as;
    hiredOn = on;
    terminatedOn = null;
  }

  /**
   * Closes a change: the oldest open assignment stands for the person, the oldest of all when none
   * is open, and the new time makes the version rise even where only an assignment changed.
   */
  public void changed(Instant now) {
    Assignment main = assignments.stream().min(OLDEST_OPEN).orElseThrow();
    assignments.forEach(assignment -> assignment.standForEmployee(assignment == main));
    orgUnit = main.position().orgUnit();
    recordedAt = now;
  }
}
