package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** For whom somebody acts by name. A service in which duties can be delegated has one such bean. */
public interface Delegations {

  /** The kinds of duty that the person may do today for each of those who have asked them to. */
  Uni<Map<UUID, Set<String>>> to(Mutiny.Session session, UUID person);

  /** Who has asked somebody to act for them today, with the kinds of duty. */
  Uni<Map<UUID, Set<String>>> represented(Mutiny.Session session);
}
