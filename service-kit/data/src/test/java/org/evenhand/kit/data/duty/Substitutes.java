package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Delegations as a test says. */
@Singleton
public class Substitutes implements Delegations {

  private final Map<UUID, Map<UUID, Set<String>>> of = new ConcurrentHashMap<>();

  void acts(UUID delegate, UUID person, String... kinds) {
    of.put(delegate, Map.of(person, Set.of(kinds)));
  }

  void none() {
    of.clear();
  }

  @Override
  public Uni<Map<UUID, Set<String>>> to(Mutiny.Session session, UUID person) {
    return Uni.createFrom().item(of.getOrDefault(person, Map.of()));
  }

  @Override
  public Uni<Map<UUID, Set<String>>> represented(Mutiny.Session session) {
    Map<UUID, Set<String>> all = new HashMap<>();
    of.values().forEach(all::putAll);
    return Uni.createFrom().item(all);
  }
}
