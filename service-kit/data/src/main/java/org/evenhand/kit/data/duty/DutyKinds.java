package org.evenhand.kit.data.duty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The kinds of duty that a service knows, and the rules that speak of them. */
@Singleton
class DutyKinds {

  private final Map<String, DutyRule> rules;
  private final Map<String, DutyKind> kinds;

  DutyKinds(@All List<DutyRule> rules) {
    this.rules =
        rules.stream().collect(Collectors.toMap(DutyRule::aggregateType, Function.identity()));
    this.kinds =
        rules.stream()
            .map(DutyRule::kinds)
            .flatMap(Collection::stream)
            .collect(Collectors.toMap(DutyKind::name, Function.identity()));
  }

  Optional<DutyRule> rule(String aggregateType) {
    return Optional.ofNullable(rules.get(aggregateType));
  }

  Set<String> aggregateTypes() {
    return rules.keySet();
  }

  /** The rules that speak of any of these kinds. */
  List<DutyRule> rulesOf(Set<String> names) {
    return rules.values().stream()
        .filter(rule -> rule.kinds().stream().map(DutyKind::name).anyMatch(names::contains))
        .toList();
  }

  DutyKind named(String name) {
    return Optional.ofNullable(kinds.get(name))
        .orElseThrow(() -> new IllegalStateException("no kind of duty is called " + name));
  }

  /** The rule that speaks of a kind. */
  DutyRule rule(DutyKind kind) {
    return rules.values().stream()
        .filter(rule -> rule.kinds().contains(kind))
        .findFirst()
        .orElseThrow();
  }

  /** What the worker may do with the subjects of duties, as {@link DutyRule#open} says it. */
  Uni<Map<UUID, Set<String>>> open(Mutiny.Session session, Worker worker, Collection<Duty> duties) {
    Uni<Map<UUID, Set<String>>> operations = Uni.createFrom().item(HashMap::new);
    for (var asked : subjects(duties).entrySet()) {
      operations =
          operations.call(
              known ->
                  asked.getKey().open(session, worker, asked.getValue()).invoke(known::putAll));
    }
    return operations;
  }

  /** Who leads the people concerned in these matters, as {@link DutyRule#leaders} says it. */
  Uni<Map<UUID, Optional<UUID>>> leaders(Mutiny.Session session, Collection<Duty> duties) {
    Uni<Map<UUID, Optional<UUID>>> leaders = Uni.createFrom().item(HashMap::new);
    for (var asked : subjects(duties).entrySet()) {
      leaders =
          leaders.call(
              known -> asked.getKey().leaders(session, asked.getValue()).invoke(known::putAll));
    }
    return leaders;
  }

  /** The subjects that {@code :me} leads as the rules say it, for queries. */
  String led() {
    return rules.values().stream()
        .map(DutyRule::led)
        .filter(each -> !each.isEmpty())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" union all "),
                all -> all.isEmpty() ? "select cast(null as uuid)" : all));
  }

  private Map<DutyRule, Set<UUID>> subjects(Collection<Duty> duties) {
    return duties.stream()
        .collect(
            Collectors.groupingBy(
                duty -> rule(duty.kind()),
                Collectors.mapping(duty -> duty.matter().subject(), Collectors.toSet())));
  }

  /** Those that two people together can waive. */
  Set<String> waivable() {
    return kinds.values().stream()
        .filter(kind -> kind.neededBecause().isEmpty())
        .map(DutyKind::name)
        .collect(Collectors.toSet());
  }

  /** Those of which nobody may learn but whoever owes them. */
  String[] confidential() {
    return kinds.values().stream()
        .filter(DutyKind::isConfidential)
        .map(DutyKind::name)
        .toArray(String[]::new);
  }

  /** For queries: rows of a kind that is gone stand in nobody's way. */
  String[] names() {
    return kinds.keySet().toArray(String[]::new);
  }
}
