package org.evenhand.kit.data.place;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of calendars, for whoever keeps it: its owner, and readers of its owner's topic. */
public final class CalendarRows {

  private static final String KEEP =
      """
      insert into site_calendar (id, work_location, version, calendar)
      select c.id, c.calendar ->> 'workLocation', c.version, c.calendar
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as c (id uuid, version bigint, calendar jsonb)
      order by c.id
      on conflict (id) do update set version = excluded.version, calendar = excluded.calendar
      """;

  private static final String REMOVE =
      """
      delete from site_calendar c
      using jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) as r (id)
      where c.id = cast(r.id as uuid)
      """;

  private CalendarRows() {}

  /** What a row of {@code id, version, calendar}, with the calendar as text, says. */
  public static KeptCalendar read(Row row) {
    return new KeptCalendar(
        row.uuid("id"), row.bigint("version"), row.json("calendar", SiteCalendar.class));
  }

  /** Replaces what was known of these places. */
  public static Uni<Void> keep(Mutiny.Session session, List<KeptCalendar> calendars) {
    return run(session, KEEP, calendars);
  }

  public static Uni<Void> remove(Mutiny.Session session, Collection<UUID> ids) {
    return run(session, REMOVE, ids);
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, Collection<?> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter("rows", Json.write(rows))
        .executeUpdate()
        .replaceWithVoid();
  }
}
