package org.evenhand.analytics.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Table {@code access_year}: the years in which opportunities were decided, and when each is due.
 */
@ApplicationScoped
public class AccessYears {

  /** Falls due when the opportunities of a year are to be published; the subject is the year. */
  public static final String YEAR_ENDED = "access-year-ended";

  private static final String KNOW =
      """
      insert into access_year (id, year, publish_on)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as y (id uuid, year int, "publishOn" date)
      order by 1
      on conflict (id) do nothing
      """;

  private static final String OPEN =
      """
      select year from access_year
      where published_at is null and cast(id as text) in (
        select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))
      order by id
      """;

  private final DueWork dueWork;
  private final Clock clock;
  private final Duration late;

  AccessYears(DueWork dueWork, Clock clock, AnalyticsConfig config) {
    this.dueWork = dueWork;
    this.clock = clock;
    this.late = config.settleLate();
  }

  private record Year(UUID id, int year, LocalDate publishOn) {}

  /** Knows of these years, and publishes those that are open when they are due. */
  Uni<Void> from(Mutiny.Session session, List<AuditYear> years) {
    List<Year> rows =
        years.stream().map(each -> new Year(each.id(), each.year(), each.publishOn())).toList();
    return session
        .createNativeQuery(KNOW, new AffectedEntities())
        .setParameter("rows", Json.write(rows))
        .executeUpdate()
        .chain(
            () ->
                Rows.of(session, OPEN)
                    .bind("ids", Json.write(rows.stream().map(Year::id).toList()))
                    .list(row -> new AuditYear(row.integer("year"))))
        .onItem()
        .transformToMulti(open -> Multi.createFrom().iterable(open))
        .onItem()
        .transformToUniAndConcatenate(
            year -> dueWork.schedule(session, YEAR_ENDED, year.id(), due(year)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** A year that is told of late comes in several batches: the last one isn't long in coming. */
  private Instant due(AuditYear year) {
    Instant now = Instant.now(clock);
    return now.isBefore(year.publishAt()) ? year.publishAt() : now.plus(late);
  }
}
