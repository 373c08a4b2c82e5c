package org.evenhand.analytics.quarterly;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenhand.analytics.quarterly.QuarterFigure.Room;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Table {@code quarter_part}: what was told of quarters. A quarter is published when all its parts
 * are there, and stays as it was told first.
 */
@ApplicationScoped
public class ToldQuarters {

  private static final String KEEP =
      """
      insert into quarter_part (room, kind, quarter, part, parts, units, taken_at)
      select t.room, t.kind, t.quarter, t.part, t.parts, t.units, cast(:now as timestamptz)
      from jsonb_to_recordset(cast(cast(:told as text) as jsonb))
        as t (room text, kind text, quarter text, part int, parts int, units jsonb)
      order by 1, 2, 3, 4
      on conflict (room, kind, quarter, part) do nothing
      """;

  private static final String DIFFERING =
      """
      select 1 from quarter_part p
      join jsonb_to_recordset(cast(cast(:told as text) as jsonb))
        as t (room text, kind text, quarter text) using (room, kind, quarter)
      group by room, kind, quarter having count(distinct p.parts) > 1
      """;

  private static final String PARTS =
      """
      select parts, cast(units as text) as units, taken_at from quarter_part
      where room = :room and kind = :kind and quarter = :quarter order by part
      """;

  private static final String PUBLISHED =
      """
      select room, quarter, max(published_at) as published_at
      from (select room, kind, quarter, max(taken_at) as published_at from quarter_part
        group by room, kind, quarter having count(*) = max(parts)) figure
      group by room, quarter
      """;

  private final Clock clock;

  ToldQuarters(Clock clock) {
    this.clock = clock;
  }

  /** A quarter of which all was told. */
  public record Told<T>(Instant publishedAt, List<T> units) {}

  /** When the last figure of a room was published of a quarter. */
  record Published(Room room, Quarter quarter, Instant at) {

    static Published of(Row row) {
      return new Published(
          row.constant("room", Room.class),
          Quarter.of(row.text("quarter")),
          row.instant("published_at"));
    }
  }

  private record Part<T>(int parts, List<T> units, Instant takenAt) {}

  private record Kept(Room room, String kind, String quarter, int part, int parts, List<?> units) {

    static Kept of(ToldPart<?> told) {
      return new Kept(
          told.figure().room(),
          told.figure().kind(),
          told.quarter(),
          told.part(),
          told.parts(),
          told.units());
    }
  }

  /**
   * @param type of the events in which parts are told
   */
  public Uni<Void> take(
      Mutiny.Session session,
      List<ReceivedEvent> batch,
      String type,
      Function<ReceivedEvent, ? extends ToldPart<?>> part) {
    List<Kept> told =
        batch.stream()
            .filter(event -> event.type().equals(type))
            .map(event -> Kept.of(part.apply(event)))
            .toList();
    return told.isEmpty() ? Uni.createFrom().voidItem() : take(session, Json.write(told));
  }

  private Uni<Void> take(Mutiny.Session session, String told) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("told", told)
        .executeUpdate()
        .chain(() -> requireAlike(session, told));
  }

  /** Parts of one quarter are of the same telling: else what came later isn't believed. */
  private static Uni<Void> requireAlike(Mutiny.Session session, String told) {
    return Rows.of(session, DIFFERING)
        .bind("told", told)
        .any()
        .invoke(
            differ -> {
              if (differ) {
                throw new RefusedEvent("A part of a quarter differs from an earlier one");
              }
            })
        .replaceWithVoid();
  }

  <T> Uni<Optional<Told<T>>> of(
      Mutiny.Session session, QuarterFigure figure, Quarter quarter, TypeReference<List<T>> units) {
    return Rows.of(session, PARTS)
        .bind("room", figure.room().name())
        .bind("kind", figure.kind())
        .bind("quarter", quarter.text())
        .list(
            row ->
                new Part<>(row.integer("parts"), row.json("units", units), row.instant("taken_at")))
        .map(ToldQuarters::whole);
  }

  private static <T> Optional<Told<T>> whole(List<Part<T>> parts) {
    return parts.stream()
        .max(Comparator.comparing(Part::takenAt))
        .filter(last -> last.parts() == parts.size())
        .map(last -> new Told<>(last.takenAt(), units(parts)));
  }

  private static <T> List<T> units(List<Part<T>> parts) {
    return parts.stream().flatMap(part -> part.units().stream()).toList();
  }

  Uni<List<Published>> published(Mutiny.Session session) {
    return Rows.of(session, PUBLISHED).list(Published::of);
  }
}
