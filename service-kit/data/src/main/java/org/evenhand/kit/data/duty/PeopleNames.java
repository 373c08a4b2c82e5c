package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people are called. The service that stores names has one such bean. */
public interface PeopleNames {

  Uni<Map<UUID, String>> of(Mutiny.Session session, Set<UUID> people);
}
