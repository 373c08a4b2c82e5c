package org.evenhand.calibration.directory;

import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.security.Roles;

/** Who calls, as a person of the directory, and with which roles. */
public record Actor(UUID person, Set<String> roles) {

  /** Who serves all units; what is their own is closed to them by the object. */
  public boolean lead() {
    return roles.contains(Roles.HR_LEAD);
  }

  public boolean auditor() {
    return roles.contains(Roles.AUDITOR);
  }
}
