package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** A rule that owes what a test says. */
@Singleton
public class Promises implements DutyRule {

  static final String TYPE = "promise";

  private final Map<UUID, List<Owed>> owed = new ConcurrentHashMap<>();

  private final Map<UUID, Optional<UUID>> leaders = new ConcurrentHashMap<>();

  void owe(UUID subject, Owed... what) {
    owed.put(subject, List.of(what));
  }

  void leads(Optional<UUID> leader, UUID subject) {
    leaders.put(subject, leader);
  }

  @Override
  public Uni<Map<UUID, Optional<UUID>>> leaders(Mutiny.Session session, Set<UUID> subjects) {
    return Uni.createFrom()
        .item(
            leaders.entrySet().stream()
                .filter(leader -> subjects.contains(leader.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public String led() {
    return leaders.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().stream()
                    .map(leader -> "('%s', '%s')".formatted(each.getKey(), leader)))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "),
                all ->
                    all.isEmpty()
                        ? ""
                        : "select cast(l.subject as uuid) from (values %s) l (subject, leader)"
                                .formatted(all)
                            + " where cast(l.leader as uuid) = :me or cast(l.leader as uuid) in"
                            + " (select id from below)"));
  }

  @Override
  public String aggregateType() {
    return TYPE;
  }

  @Override
  public List<TestKind> kinds() {
    return List.of(TestKind.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("promise", "promised_to");
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> aggregates) {
    return Uni.createFrom()
        .item(
            aggregates.stream().flatMap(id -> owed.getOrDefault(id, List.of()).stream()).toList());
  }
}
