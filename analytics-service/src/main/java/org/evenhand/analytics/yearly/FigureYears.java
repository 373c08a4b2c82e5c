package org.evenhand.analytics.yearly;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code figure_year}: the years of which something was told, and when each is due. */
@ApplicationScoped
public class FigureYears {

  private static final String KNOW =
      """
      insert into figure_year (id, room, year, publish_on)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as y (id uuid, room text, year int, "publishOn" date)
      order by 1
      on conflict (id) do nothing
      """;

  private static final String OPEN =
      """
      select room, year from figure_year
      where published_at is null and cast(id as text) in (
        select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))
      order by id
      """;

  private static final String CHOSEN =
      """
      update figure_year set is_chosen = true
      where not is_chosen and published_at is null and cast(id as text) in (
        select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))
      """;

  private static final String CLOSE = "update figure_year set published_at = :at where id = :id";

  private final DueWork dueWork;
  private final Clock clock;
  private final Duration late;

  FigureYears(DueWork dueWork, Clock clock, AnalyticsConfig config) {
    this.dueWork = dueWork;
    this.clock = clock;
    this.late = config.settleLate();
  }

  private record Known(UUID id, YearlyRoom room, int year, LocalDate publishOn) {

    static Known of(FigureYear year) {
      return new Known(year.id(), year.room(), year.year(), year.publishOn());
    }
  }

  /** Knows of these years, and publishes those that are open when they are due. */
  public Uni<Void> from(Mutiny.Session session, Collection<FigureYear> years) {
    return session
        .createNativeQuery(KNOW, new AffectedEntities())
        .setParameter("rows", Json.write(years.stream().map(Known::of).toList()))
        .executeUpdate()
        .chain(() -> open(session, years.stream().map(FigureYear::id).toList()))
        .onItem()
        .transformToMulti(open -> Multi.createFrom().iterable(open))
        .onItem()
        .transformToUniAndConcatenate(
            year -> dueWork.schedule(session, year.room().due(), year.id(), due(year)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** The year with this id, unless it is published. */
  public Uni<Optional<FigureYear>> open(Mutiny.Session session, UUID id) {
    return open(session, List.of(id)).map(found -> found.stream().findFirst());
  }

  private static Uni<List<FigureYear>> open(Mutiny.Session session, List<UUID> ids) {
    return Rows.of(session, OPEN).bind("ids", Json.write(ids)).list(FigureYears::year);
  }

  private static FigureYear year(Row row) {
    return new FigureYear(row.constant("room", YearlyRoom.class), row.integer("year"));
  }

  /** Who counts in these years was chosen by somebody: they are decided with all that is known. */
  public Uni<Void> chosen(Mutiny.Session session, Collection<FigureYear> years) {
    return years.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(CHOSEN, new AffectedEntities())
            .setParameter("ids", Json.write(years.stream().map(FigureYear::id).toList()))
            .executeUpdate()
            .replaceWithVoid();
  }

  /** From now on the year is as it is. */
  public Uni<Void> close(Mutiny.Session session, FigureYear year, Instant at) {
    return session
        .createNativeQuery(CLOSE, new AffectedEntities())
        .setParameter("id", year.id())
        .setParameter("at", at)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** A year that is told of late comes in several batches: the last one isn't long in coming. */
  private Instant due(FigureYear year) {
    Instant now = Instant.now(clock);
    return now.isBefore(year.publishAt()) ? year.publishAt() : now.plus(late);
  }
}
