package org.evenhand.policy.directory;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a batch of the directory told of.
 *
 * @param all who are told of anew, or erased
 * @param left who works here no more
 * @param erased who is to be known no more
 */
public record ToldPeople(Set<UUID> all, Set<UUID> left, Set<UUID> erased) {

  static ToldPeople of(Collection<EmployeeState> states, Set<UUID> erased) {
    return new ToldPeople(
        Stream.concat(states.stream().map(ToldPeople::id), erased.stream())
            .collect(Collectors.toUnmodifiableSet()),
        states.stream()
            .filter(EmployeeState::hasLeft)
            .map(ToldPeople::id)
            .collect(Collectors.toUnmodifiableSet()),
        erased);
  }

  private static UUID id(EmployeeState state) {
    return state.employee().employeeId();
  }
}
