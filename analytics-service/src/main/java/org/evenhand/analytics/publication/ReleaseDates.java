package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * When figures are published: the expected day until then, and the moment at the person's place
 * once they are. Everybody knows it beforehand; what somebody sees of the figures is another
 * question.
 */
@Singleton
class ReleaseDates implements CalendarSource {

  private static final String PLACE =
      "select work_location from person where employee_id = :person and work_location is not null";

  private static final String RELEASES =
      """
      select coalesce(e.cycle_id, p.cycle_id) as cycle_id, coalesce(e.moment, p.moment) as moment,
        p.day, e.published_at
      from planned_release p
      full join (select cycle_id, moment, max(published_at) as published_at
        from edition group by cycle_id, moment) e using (cycle_id, moment)
      """;

  private static final String OF_YEARS =
      "select lower(room) as room, year, publish_on, published_at from figure_year";

  private final Places places;

  ReleaseDates(Places places) {
    this.places = places;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return zone(session, person)
        .chain(
            zone ->
                Rows.of(session, RELEASES)
                    .list(row -> release(row, zone))
                    .chain(
                        cycles ->
                            Rows.of(session, OF_YEARS)
                                .list(row -> ofYear(row, zone))
                                .map(years -> all(cycles, years))));
  }

  private Uni<ZoneId> zone(Mutiny.Session session, UUID person) {
    return Rows.of(session, PLACE)
        .bind("person", person)
        .atMostOne(row -> row.text("work_location"))
        .chain(place -> places.at(session, place.orElse(null)))
        .map(days -> days.zone().orElse(ZoneOffset.UTC));
  }

  private static List<CalendarDate> all(List<CalendarDate> cycles, List<CalendarDate> years) {
    return Stream.concat(cycles.stream(), years.stream()).toList();
  }

  private static CalendarDate ofYear(Row row, ZoneId zone) {
    return date(
        row.text("room") + " " + row.integer("year"),
        row.day("publish_on"),
        row.orNull("published_at", Row::instant),
        zone,
        null);
  }

  private static CalendarDate release(Row row, ZoneId zone) {
    UUID cycle = row.uuid("cycle_id");
    Moment moment = row.constant("moment", Moment.class);
    return date(
        cycle + " " + moment,
        row.orNull("day", Row::day),
        row.orNull("published_at", Row::instant),
        zone,
        moment == Moment.IMPORTED ? null : "/v1/cycles/" + cycle);
  }

  private static CalendarDate date(
      String key,
      @Nullable LocalDate expected,
      @Nullable Instant published,
      ZoneId zone,
      @Nullable String subject) {
    return new CalendarDate(
        "FIGURES_PUBLISHED",
        key,
        published == null ? When.on(Objects.requireNonNull(expected)) : When.at(published, zone),
        subject,
        List.of(),
        1);
  }
}
