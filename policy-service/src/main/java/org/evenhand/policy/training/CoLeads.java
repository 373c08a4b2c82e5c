package org.evenhand.policy.training;

import java.util.UUID;
import java.util.stream.Stream;

/** The two who lead a module, one for each side. */
public record CoLeads(UUID hr, UUID manager) {

  public boolean include(UUID person) {
    return hr.equals(person) || manager.equals(person);
  }

  CoLeads replaced(UUID leaving, UUID joining) {
    return hr.equals(leaving) ? new CoLeads(joining, manager) : new CoLeads(hr, joining);
  }

  public Stream<UUID> each() {
    return Stream.of(hr, manager);
  }
}
