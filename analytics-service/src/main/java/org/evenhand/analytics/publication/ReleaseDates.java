package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.hibernate.reactive.mutiny.Mutiny;

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

  private final Places places;

  ReleaseDates(Places places) {
    this.places = places;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return zone(session, person)
        .chain(zone -> Rows.of(session, RELEASES).list(row -> release(row, zone)));
  }

  private Uni<ZoneId> zone(Mutiny.Session session, UUID person) {
    return Rows.of(session, PLACE)
        .bind("person", person)
        .atMostOne(row -> row.text("work_location"))
        .chain(place -> places.at(session, place.orElse(null)))
        .map(days -> days.zone().orElse(ZoneOffset.UTC));
  }

  private static CalendarDate release(Row row, ZoneId zone) {
    UUID cycle = row.uuid("cycle_id");
    Moment moment = row.constant("moment", Moment.class);
    Instant published = row.orNull("published_at", Row::instant);
    return new CalendarDate(
        "FIGURES_PUBLISHED",
        cycle + " " + moment,
        published == null ? When.on(row.day("day")) : When.at(published, zone),
        moment == Moment.IMPORTED ? null : "/v1/cycles/" + cycle,
        List.of(),
        1);
  }
}
