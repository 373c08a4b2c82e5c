package org.evenhand.policy.directory;

import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** The caller with their roles: a person of the directory, or a client. */
public record Actor(@Nullable UUID employeeId, Set<String> roles) {

  /**
   * @throws Problem EMPLOYEE_UNKNOWN for a client
   */
  public UUID person() {
    if (employeeId == null) {
      throw Caller.unknown();
    }
    return employeeId;
  }

  /**
   * @throws Problem EMPLOYEE_UNKNOWN for a client
   */
  public void requirePerson() {
    if (employeeId == null) {
      throw Caller.unknown();
    }
  }

  public boolean is(UUID person) {
    return person.equals(employeeId);
  }

  /** Whether they may write policies. */
  public boolean hr() {
    return roles.contains(Roles.HR) || roles.contains(Roles.HR_LEAD);
  }

  public boolean hrLead() {
    return roles.contains(Roles.HR_LEAD);
  }

  /** Whether policies bind them; an auditor only reads. */
  public boolean staff() {
    return roles.contains(Roles.EMPLOYEE) || manager() || hr();
  }

  public boolean manager() {
    return roles.contains(Roles.MANAGER);
  }

  public boolean auditor() {
    return roles.contains(Roles.AUDITOR);
  }

  /** Figures by protected attribute are open to whom analytics-service opens them. */
  public boolean readsFairness() {
    return hrLead() || auditor();
  }
}
