package org.evenhand.policy.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as far as policies need to know them: the id that a token refers to. Never a name. */
@Entity
@Table(name = "person")
public class Person {

  @Id
  @Column(name = "employee_id")
  private UUID employeeId;

  @Column(name = "external_id")
  private String externalId;

  private String status;

  @Column(name = "manager_id")
  private @Nullable UUID managerId;

  @Column(name = "work_location")
  private @Nullable String workLocation;

  @Column(name = "org_unit")
  private @Nullable String orgUnit;

  @Column(name = "told_at")
  private Instant toldAt;

  protected Person() {}

  public UUID employeeId() {
    return employeeId;
  }

  public String externalId() {
    return externalId;
  }

  public boolean onLeave() {
    return status.equals("ON_LEAVE");
  }

  /** The place of the main assignment, as the HRIS calls it. */
  public Optional<String> workLocation() {
    return Optional.ofNullable(workLocation);
  }

  /** The unit of the main assignment. */
  public Optional<String> orgUnit() {
    return Optional.ofNullable(orgUnit);
  }

  /** When the directory told of them last. */
  public Instant toldAt() {
    return toldAt;
  }

  public boolean working() {
    return !status.equals("TERMINATED");
  }
}
