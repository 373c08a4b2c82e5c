package org.evenhand.policy.training;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who has agreed to a module as it is. */
public record Agreement(Set<UUID> by) {

  public Agreement {
    by = Set.copyOf(by);
  }

  Agreement with(UUID person) {
    return new Agreement(Stream.concat(by.stream(), Stream.of(person)).collect(Collectors.toSet()));
  }

  Agreement without(UUID person) {
    return new Agreement(
        by.stream().filter(each -> !each.equals(person)).collect(Collectors.toSet()));
  }

  public boolean isOf(UUID person) {
    return by.contains(person);
  }
}
