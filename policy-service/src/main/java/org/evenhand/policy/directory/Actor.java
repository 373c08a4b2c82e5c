package org.evenhand.policy.directory;

import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Roles;
import org.jspecify.annotations.Nullable;

/** Who calls, as a person of the directory if they are one, and with which roles. */
public record Actor(@Nullable UUID employeeId, Set<String> roles) {

  /**
   * @throws Problem 403 when the directory does not know them, or they have left
   */
  public UUID person() {
    if (employeeId == null) {
      throw Problem.of(
          CommonProblem.EMPLOYEE_UNKNOWN, "The directory does not know whom the token speaks of.");
    }
    return employeeId;
  }

  public boolean is(UUID person) {
    return person.equals(employeeId);
  }

  /** Whether policies are theirs to write. */
  public boolean hr() {
    return roles.contains(Roles.HR) || roles.contains(Roles.HR_LEAD);
  }

  /** Whether they are somebody whom policies bind: an auditor only reads. */
  public boolean staff() {
    return roles.contains(Roles.EMPLOYEE) || manager() || hr();
  }

  public boolean manager() {
    return roles.contains(Roles.MANAGER);
  }

  public boolean auditor() {
    return roles.contains(Roles.AUDITOR);
  }
}
