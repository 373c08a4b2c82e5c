package org.evenhand.policy.version;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Everybody who has edited a version: their signature doesn't approve their own words. */
public record Authors(Set<UUID> ids) {

  boolean include(UUID person) {
    return ids.contains(person);
  }

  Authors and(UUID person) {
    Set<UUID> all = new TreeSet<>(ids);
    all.add(person);
    return new Authors(all);
  }
}
