package org.evenhand.kit.data.training;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where people work, as far as it is known. */
@FunctionalInterface
public interface WorkLocations {

  Uni<Map<UUID, String>> of(Mutiny.Session session, Set<UUID> people);
}
