package org.evenhand.analytics.checkin;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhand.analytics.Quarter;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Table {@code check_in_part}: what was told of quarters. A quarter is published when all its parts
 * are there, and stays as it was told first.
 */
@ApplicationScoped
class ToldQuarters {

  private static final TypeReference<List<UnitCheckIns>> UNITS = new TypeReference<>() {};

  private static final String KEEP =
      """
      insert into check_in_part (quarter, part, parts, units, taken_at)
      select t.quarter, t.part, t.parts, t.units, cast(:now as timestamptz)
      from jsonb_to_recordset(cast(cast(:told as text) as jsonb))
        as t (quarter text, part int, parts int, units jsonb)
      order by 1, 2
      on conflict (quarter, part) do nothing
      """;

  private static final String DIFFERING =
      """
      select quarter from check_in_part
      where quarter in (select jsonb_array_elements_text(cast(cast(:quarters as text) as jsonb)))
      group by quarter having count(distinct parts) > 1
      """;

  private static final String PARTS =
      """
      select parts, cast(units as text) as units, taken_at from check_in_part
      where quarter = :quarter order by part
      """;

  private static final String PUBLISHED =
      """
      select quarter, max(taken_at) as published_at from check_in_part
      group by quarter having count(*) = max(parts)
      """;

  private final Clock clock;

  ToldQuarters(Clock clock) {
    this.clock = clock;
  }

  /** A quarter of which all was told. */
  record Told(Instant publishedAt, List<UnitCheckIns> units) {}

  private record Part(int parts, List<UnitCheckIns> units, Instant takenAt) {

    static Part of(Row row) {
      return new Part(row.integer("parts"), row.json("units", UNITS), row.instant("taken_at"));
    }
  }

  Uni<Void> take(Mutiny.Session session, List<CheckInsCounted> told) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("told", Json.write(told))
        .executeUpdate()
        .chain(() -> requireAlike(session, told));
  }

  /** Parts of one quarter are of the same telling: else what came later isn't believed. */
  private static Uni<Void> requireAlike(Mutiny.Session session, List<CheckInsCounted> told) {
    return Rows.of(session, DIFFERING)
        .bind("quarters", Json.write(told.stream().map(CheckInsCounted::quarter).toList()))
        .any()
        .invoke(
            differ -> {
              if (differ) {
                throw new RefusedEvent(
                    "A part of a quarter's check-ins differs from an earlier one");
              }
            })
        .replaceWithVoid();
  }

  Uni<Optional<Told>> of(Mutiny.Session session, Quarter quarter) {
    return Rows.of(session, PARTS)
        .bind("quarter", quarter.text())
        .list(Part::of)
        .map(
            parts ->
                parts.stream()
                    .max(Comparator.comparing(Part::takenAt))
                    .filter(last -> last.parts() == parts.size())
                    .map(last -> new Told(last.takenAt(), units(parts))));
  }

  private static List<UnitCheckIns> units(List<Part> parts) {
    return parts.stream().flatMap(part -> part.units().stream()).toList();
  }

  /** When each quarter was published. */
  Uni<Map<Quarter, Instant>> published(Mutiny.Session session) {
    return Rows.of(session, PUBLISHED)
        .list(row -> Map.entry(Quarter.of(row.text("quarter")), row.instant("published_at")))
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
