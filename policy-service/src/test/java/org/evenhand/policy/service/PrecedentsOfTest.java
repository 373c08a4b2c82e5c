package org.evenhand.policy.service;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.evenhand.policy.training.casestudy.PublishedPrecedents;
import org.hibernate.reactive.mutiny.Mutiny;

/** Four precedents, of the levels 2 to 5, as calibration would have published them. */
@Alternative
@Priority(1)
@ApplicationScoped
public class PrecedentsOfTest implements PublishedPrecedents {

  private final Set<UUID> withdrawn = new ConcurrentSkipListSet<>();

  private static final Map<UUID, Precedent> ALL =
      new TreeMap<>(
          Map.of(
              id(2), precedent(2), id(3), precedent(3), id(4), precedent(4), id(5), precedent(5)));

  private static UUID id(int ordinal) {
    return new UUID(0x7001, ordinal);
  }

  private static Precedent precedent(int ordinal) {
    return new Precedent(
        id(ordinal), "delivery", "Kept release " + ordinal + " in time", 5, ordinal);
  }

  /** Of three of them. */
  static List<UUID> ids() {
    return all().subList(0, 3);
  }

  static List<UUID> all() {
    return List.copyOf(ALL.keySet());
  }

  void publishAll() {
    withdrawn.clear();
  }

  void withdraw(int ordinal) {
    withdrawn.add(id(ordinal));
  }

  @Override
  public Uni<Map<UUID, Precedent>> of(Mutiny.Session session, Collection<UUID> ids) {
    Map<UUID, Precedent> found = new TreeMap<>(ALL);
    found.keySet().retainAll(ids);
    found.keySet().removeAll(withdrawn);
    return Uni.createFrom().item(found);
  }
}
