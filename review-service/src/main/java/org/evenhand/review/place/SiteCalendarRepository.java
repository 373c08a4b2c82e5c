package org.evenhand.review.place;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.CalendarRows;
import org.evenhand.kit.data.place.KeptCalendar;
import org.hibernate.reactive.mutiny.Mutiny;

/** What only the owner of the calendars asks of their table. */
@ApplicationScoped
class SiteCalendarRepository {

  private static final String SELECT =
      "select id, version, cast(calendar as text) as calendar from site_calendar ";

  /** Of places that are known by another name which looks the same. */
  private static final String LOOKALIKE =
      """
      select known.key, unlike_at(:location, known.key) as difference
      from directory_key known
      where known."column" = 'workLocation' and key_fold(known.key) = key_fold(:location)
        and not exists (
          select 1 from directory_key same
          where same."column" = 'workLocation' and same.key = :location)
      order by known.key
      limit 1
      """;

  /** A name that looks like another. */
  record Lookalike(String other, String difference) {}

  Uni<Optional<KeptCalendar>> find(Mutiny.Session session, String workLocation) {
    return Rows.unflushed(session, SELECT + "where work_location = :location")
        .bind("location", workLocation)
        .atMostOne(CalendarRows::read);
  }

  /** Alone until the transaction ends, also where there is none yet. */
  Uni<Optional<KeptCalendar>> hold(Mutiny.Session session, String workLocation) {
    return Rows.unflushed(
            session, "select cast(pg_advisory_xact_lock(hashtextextended(:lock, 0)) as text)")
        .bind("lock", "site-calendar " + workLocation)
        .run()
        .chain(() -> find(session, workLocation));
  }

  /** By name, one more than asked for. */
  Uni<List<KeptCalendar>> page(Mutiny.Session session, String after, int limit) {
    return Rows.unflushed(session, SELECT + "where work_location > :after order by work_location")
        .bind("after", after)
        .limit(limit + 1)
        .list(CalendarRows::read);
  }

  /**
   * Above all given so far: a calendar that is made anew after its removal must be later than that.
   */
  Uni<Long> nextVersion(Mutiny.Session session) {
    return Rows.unflushed(session, "select nextval('site_calendar_version') as version")
        .one(row -> row.bigint("version"));
  }

  Uni<Optional<Lookalike>> lookalike(Mutiny.Session session, String workLocation) {
    return Rows.unflushed(session, LOOKALIKE)
        .bind("location", workLocation)
        .atMostOne(row -> new Lookalike(row.text("key"), row.text("difference")));
  }
}
