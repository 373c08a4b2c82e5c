package org.evenhand.kit.data.duty;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks for their tasks.
 *
 * @param hrUnits the units that they serve as HR today
 * @param actsFor those who have asked them to act, with the kinds of duty
 * @param closed themself and all above them, whose matters no role opens to them
 */
public record Worker(
    UUID person,
    Set<String> roles,
    Set<String> hrUnits,
    Map<UUID, Set<String>> actsFor,
    Set<UUID> closed) {

  public Worker {
    roles = Set.copyOf(roles);
    hrUnits = Set.copyOf(hrUnits);
    actsFor = Map.copyOf(actsFor);
    closed = Set.copyOf(closed);
  }
}
