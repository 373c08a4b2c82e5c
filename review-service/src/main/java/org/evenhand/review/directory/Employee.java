package org.evenhand.review.directory;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who works here, or did, as the HRIS last told us. */
@Entity
@Table(name = "employee")
public class Employee {

  @Id private UUID id;

  @Version
  @Column(name = "version")
  private long version;

  @Column(name = "external_id", updatable = false)
  private String externalId;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "email")
  private @Nullable String email;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private EmploymentStatus status;

  @Column(name = "hired_on")
  private LocalDate hiredOn;

  @Column(name = "terminated_on")
  private @Nullable LocalDate terminatedOn;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @OneToMany(mappedBy = "employee", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("startedOn, assignmentId")
  private List<Assignment> assignments = new ArrayList<>();

  protected Employee() {}

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

  public String givenName() {
    return givenName;
  }

  public String familyName() {
    return familyName;
  }

  /** Given and family name, in this order. */
  public String name() {
    return givenName + " " + familyName;
  }

  public Optional<String> email() {
    return Optional.ofNullable(email);
  }

  public EmploymentStatus status() {
    return status;
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
}
