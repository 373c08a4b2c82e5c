package org.evenhand.kit.data.duty;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks for their tasks.
 *
 * @param hrUnits the units that they serve as HR today
 * @param closed themself and all above them, whose matters no role opens to them
 */
public record Worker(UUID person, Set<String> roles, Set<String> hrUnits, Set<UUID> closed) {

  public Worker {
    roles = Set.copyOf(roles);
    hrUnits = Set.copyOf(hrUnits);
    closed = Set.copyOf(closed);
  }
}
