package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps duties as the aggregates have them. */
@ApplicationScoped
public class Duties {

  private final DutyKinds kinds;
  private final DutyRows rows;
  private final Places places;
  private final Outbox outbox;
  private final Clock clock;

  Duties(DutyKinds kinds, DutyRows rows, Places places, Outbox outbox, Clock clock) {
    this.kinds = kinds;
    this.rows = rows;
    this.places = places;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Follows changes of aggregates, in their transaction and after its flush. Of a type about which
   * nothing can be owed it asks nothing.
   */
  public Uni<Void> follow(
      Mutiny.Session session, String aggregateType, Collection<UUID> aggregates) {
    return kinds
        .rule(aggregateType)
        .map(rule -> follow(session, rule, Set.copyOf(aggregates)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /**
   * What is known is held before the rule is asked: of two who look at the same time, the one who
   * comes second sees what the first has changed.
   */
  Uni<Void> follow(Mutiny.Session session, DutyRule rule, Set<UUID> aggregates) {
    List<String> of = rule.kinds().stream().map(DutyKind::name).toList();
    return rule.cascade(session, aggregates)
        .chain(() -> rows.ofSubjects(session, aggregates, of))
        .chain(
            known -> rule.owed(session, aggregates).chain(owed -> compare(session, owed, known)));
  }

  private Uni<Void> compare(Mutiny.Session session, List<Owed> owed, List<Duty> known) {
    if (owed.isEmpty() && known.stream().noneMatch(Duty::isOpen)) {
      return Uni.createFrom().voidItem();
    }
    return places
        .atAll(session, where(owed, known))
        .chain(
            days ->
                charter(session, owed, known)
                    .map(charter -> new Comparison(charter, days, now()).of(owed, known)))
        .chain(changed -> write(session, changed));
  }

  /** A step that sets no day needs no terms. */
  private static Uni<Charter> charter(Mutiny.Session session, List<Owed> owed, List<Duty> known) {
    Map<Owed.Key, Duty> before = byKey(known);
    return owed.stream().anyMatch(each -> each.datesAnew(before.get(each.key())))
        ? CharterTerms.inForce(session)
        : Uni.createFrom().item(Charter.NONE);
  }

  /** The places whose days matter: a step that only closes a duty needs none. */
  private static List<String> where(List<Owed> owed, List<Duty> known) {
    Map<Owed.Key, Duty> before = byKey(known);
    return owed.stream()
        .filter(each -> each.place() != null && each.datesAnew(before.get(each.key())))
        .map(each -> Objects.requireNonNull(each.place()))
        .toList();
  }

  private static Map<Owed.Key, Duty> byKey(List<Duty> known) {
    return known.stream().collect(Collectors.toMap(Duty::key, Function.identity()));
  }

  /** Writes what has changed, and tells of it. */
  Uni<Void> write(Mutiny.Session session, List<Duty> changed) {
    Instant now = now();
    return rows.write(session, changed)
        .chain(
            () ->
                outbox.append(
                    session,
                    changed.stream()
                        .filter(duty -> !duty.kind().isSecret())
                        .map(duty -> DutyChanged.event(duty, now))
                        .toList()));
  }

  /** Nothing is known of the days of somebody who works nowhere in particular. */
  static WorkingDays at(Map<String, WorkingDays> days, @Nullable String place) {
    return place == null ? WorkingDays.unknown() : days.getOrDefault(place, WorkingDays.unknown());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What is owed, held against the duties that are known. */
  record Comparison(Charter charter, Map<String, WorkingDays> days, Instant now) {

    /** New and changed duties alone. */
    List<Duty> of(List<Owed> owed, List<Duty> known) {
      Map<Owed.Key, Duty> before = byKey(known);
      Set<Owed.Key> spoken = owed.stream().map(Owed::key).collect(Collectors.toSet());
      List<Duty> changed = new ArrayList<>();
      for (Owed each : owed) {
        Duty was = before.get(each.key());
        next(each, was).filter(duty -> duty != was).forEach(changed::add);
      }
      known.stream()
          .filter(duty -> duty.isOpen() && !spoken.contains(duty.key()))
          .map(duty -> duty.lapsed(now))
          .forEach(changed::add);
      return changed;
    }

    /** What is done before anybody waited for it never was a duty. */
    private Stream<Duty> next(Owed owed, @Nullable Duty was) {
      DutyTerms its = charter.of(owed.kind());
      WorkingDays there = at(days, owed.place());
      if (was != null) {
        return Stream.of(was.following(owed, its, there, now));
      }
      return owed.met() ? Stream.empty() : Stream.of(Duty.opened(owed, its, there, now));
    }
  }
}
